package org.navette.procedures;

import java.util.Locale;
import java.util.Optional;
import org.navette.accounts.Account;
import org.navette.directory.Companies;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Who is at work for which company. */
@Component
public class Offices {

    private final Members members;
    private final Companies companies;
    private final String organism;

    Offices(Members members, Companies companies, @Value("${navette.procedures.organism}") String organism) {
        this.members = members;
        this.companies = companies;
        this.organism = organism;
    }

    /** Code of the organism that the espace files to. */
    public String organism() {
        return organism;
    }

    /** The office of a person. */
    public Optional<Office> of(Account person) {
        return members.find(person.id())
                .map(member -> new Office(
                        person.id(),
                        name(person),
                        member,
                        Optional.ofNullable(member.company())
                                .filter(company -> member.standing() != Standing.UNVERIFIED)
                                .flatMap(companies::find)
                                .orElse(null),
                        organism));
    }

    private static String name(Account account) {
        return account.lastName().toUpperCase(Locale.FRENCH) + " " + account.firstName();
    }
}
