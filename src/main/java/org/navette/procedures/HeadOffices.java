package org.navette.procedures;

import java.util.Optional;
import org.navette.directory.Companies;
import org.navette.directory.Company;
import org.navette.directory.Siret;
import org.springframework.stereotype.Component;

/** Which company the SIRET means that a person gave. */
@Component
class HeadOffices {

    private final Companies companies;

    HeadOffices(Companies companies) {
        this.companies = companies;
    }

    /**
     * The company of a valid SIRET, by its first nine digits: a seat that has moved, or an establishment that the directory
     * lacks, is the company's all the same.
     */
    Optional<Company> of(String siret) {
        return companies.bySiren(Siret.siren(siret));
    }

    /** The company that a person could be responsible for; nothing when they are, or nobody knows it. */
    Optional<Company> claimed(Member member) {
        return switch (member.standing()) {
            case RESPONSIBLE -> Optional.empty();
            case READER -> Optional.ofNullable(member.company()).flatMap(companies::find);
            case UNVERIFIED, NEWCOMER -> of(member.siret());
        };
    }
}
