package org.navette.procedures;

import java.time.LocalDate;
import java.util.Optional;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.directory.Companies;
import org.navette.directory.Company;
import org.navette.requests.Request;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Becoming responsible at once: a person who is a legal representative of the company, by the directory (PROC-03). */
@Component
@Transactional
public class ResponsibleClaims {

    private final Members members;
    private final Accounts accounts;
    private final HeadOffices headOffices;
    private final Companies companies;
    private final Responsibles responsibles;
    private final ResponsibleDemands demands;
    private final Tries tries;

    ResponsibleClaims(
            Members members,
            Accounts accounts,
            HeadOffices headOffices,
            Companies companies,
            Responsibles responsibles,
            ResponsibleDemands demands,
            Tries tries) {
        this.members = members;
        this.accounts = accounts;
        this.headOffices = headOffices;
        this.companies = companies;
        this.responsibles = responsibles;
        this.demands = demands;
        this.tries = tries;
    }

    /** What came of a try. */
    public enum Answer {
        RECOGNISED,
        /** whether the name or the date is another is not said */
        NOT_PROVEN,
        /** nothing was compared: five tries in 24 hours, twenty for the company whoever tries */
        TOO_MANY_TRIES
    }

    /** True when the directory knows the company and the person is not responsible for it yet. */
    @Transactional(readOnly = true)
    public boolean isPossible(Office office) {
        return headOffices.claimed(office.member()).isPresent();
    }

    /**
     * Compares the account's names and a birth date with the company's legal representatives. A demand that waits for an
     * agent is withdrawn when they fit.
     *
     * @throws java.util.NoSuchElementException when the directory does not know the company
     */
    public Answer prove(Office office, LocalDate birthDate) {
        // requests come before people, as when an agent decides
        Optional<Request> waiting = demands.lockOpen(office);
        Member member = members.lock(office.account()).orElseThrow();
        if (member.standing() == Standing.RESPONSIBLE) {
            return Answer.RECOGNISED;
        }
        Company company = headOffices.claimed(member).orElseThrow();
        if (!tries.admit(Tries.Act.BIRTH_DATE, member.account(), company.id())) {
            return Answer.TOO_MANY_TRIES;
        }
        Account person = accounts.find(member.account()).orElseThrow();
        if (!companies.isLegalRepresentative(company.id(), person.lastName(), person.firstName(), birthDate)) {
            return Answer.NOT_PROVEN;
        }
        responsibles.place(member, company, office.organism());
        waiting.ifPresent(request -> demands.withdraw(office, request));
        return Answer.RECOGNISED;
    }
}
