package org.navette.procedures;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.directory.Company;
import org.navette.files.FileStore;
import org.navette.mail.Letter;
import org.navette.mail.Outbox;
import org.navette.requests.Requests;
import org.navette.requests.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes people responsible for a company (PROC-03); the caller holds the person's row and has seen the proof. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Responsibles {

    private static final String MAIL = "companies/new-responsible";

    private final Members members;
    private final Accounts accounts;
    private final Requests requests;
    private final ProcedureRows rows;
    private final FileStore files;
    private final Outbox outbox;

    Responsibles(
            Members members, Accounts accounts, Requests requests, ProcedureRows rows, FileStore files, Outbox outbox) {
        this.members = members;
        this.accounts = accounts;
        this.requests = requests;
        this.rows = rows;
        this.files = files;
        this.outbox = outbox;
    }

    /** Those who were responsible before are told. */
    void place(Member member, Company company, String organism) {
        UUID account = member.account();
        if (member.standing() == Standing.NEWCOMER) {
            settle(account, company.id(), organism);
        } else {
            members.place(account, company.id(), Standing.RESPONSIBLE);
        }
        Account person = accounts.find(account).orElseThrow();
        members.of(company.id()).stream()
                .filter(other -> other.standing() == Standing.RESPONSIBLE)
                .filter(other -> !other.account().equals(account))
                .flatMap(other -> accounts.find(other.account()).stream())
                .filter(Account::active)
                .forEach(other -> tell(other, person, company));
    }

    /** A newcomer's company is there: what they had prepared and sent becomes the company's. */
    void settle(UUID newcomer, UUID company, String organism) {
        members.place(newcomer, company, Standing.RESPONSIBLE);
        requests.hand(new Scope(Office.ESPACE, organism, newcomer), company);
        rows.handDrafts(newcomer, company);
        files.hand(Office.owner(newcomer), Office.owner(company));
    }

    private void tell(Account other, Account person, Company company) {
        Map<String, Object> model = new HashMap<>();
        model.put("firstName", other.firstName());
        model.put("lastName", other.lastName());
        model.put("person", person.displayName());
        model.put("company", company.name());
        outbox.queue(new Letter(MAIL + ":" + person.id() + ":" + other.id(), MAIL, other.email(), model, null));
    }
}
