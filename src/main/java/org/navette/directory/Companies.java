package org.navette.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Companies of the LPP field, as data files and accepted requests have made them (PROC-08). */
@Component
public class Companies {

    private final CompanyTables tables;
    private final CompanyJournal journal;
    private final CompanyRegister register;

    Companies(CompanyTables tables, CompanyJournal journal, CompanyRegister register) {
        this.tables = tables;
        this.journal = journal;
        this.register = register;
    }

    /** The company that has this establishment, in our directory alone; nothing for a text that is no SIRET. */
    public Optional<Company> bySiret(String siret) {
        return tables.companyOf(siret).flatMap(tables::find);
    }

    /** The company of this number, whichever of its establishments are known. */
    public Optional<Company> bySiren(String siren) {
        return tables.bySiren(siren).flatMap(tables::find);
    }

    /** A company of our directory. */
    public Optional<Company> find(UUID id) {
        return tables.find(id);
    }

    /**
     * What can be written into a form for a SIRET: from our directory, else from the remote register. It names no
     * person, since anybody may ask; {@link #find} has the representatives, for people of the company.
     *
     * <p>Not to be called inside a transaction: the register may take two seconds.
     *
     * @param siret 14 digits; nothing is asked for a text that is no valid SIRET
     * @return nothing when nobody knows it, or the register does not answer well and in time
     */
    public Optional<Suggestion> suggest(String siret) {
        if (!Siret.isValid(siret)) {
            return Optional.empty();
        }
        return bySiret(siret).flatMap(company -> suggestion(company, siret)).or(() -> register.find(siret));
    }

    /**
     * True when the company has such a legal representative. Names are compared without case, accents, hyphens,
     * apostrophes and spaces.
     */
    public boolean isLegalRepresentative(UUID company, String lastName, String firstName, LocalDate birthDate) {
        return tables.legalRepresentatives(company).stream()
                .anyMatch(representative -> representative.is(lastName, firstName, birthDate));
    }

    /** The SIRET of the establishment that bills under this number. */
    public Optional<String> siretOfBillingNumber(String number) {
        return tables.siretOfBillingNumber(number);
    }

    /** What accepted requests changed in a company, oldest first. */
    public List<CompanyChange> changes(UUID company) {
        return journal.of(company);
    }

    private static Optional<Suggestion> suggestion(Company company, String siret) {
        return company.establishment(siret)
                .map(found -> new Suggestion(
                        company.siren(),
                        company.name(),
                        found.siret(),
                        found.headOffice(),
                        found.name(),
                        found.address(),
                        found.email(),
                        found.phone(),
                        found.openedOn(),
                        true));
    }
}
