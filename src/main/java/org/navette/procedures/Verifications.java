package org.navette.procedures;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.directory.Companies;
import org.navette.directory.Company;
import org.navette.engine.TaskRefused;
import org.navette.files.Direction;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.requests.Actor;
import org.navette.requests.Exchange;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What an agent decides on a demand to be recognised as responsible (PROC-03). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Verifications {

    private final Requests requests;
    private final ResponsibleRows rows;
    private final Responsibles responsibles;
    private final Members members;
    private final Accounts accounts;
    private final Companies companies;
    private final Exchange exchange;
    private final FileStore files;

    Verifications(
            Requests requests,
            ResponsibleRows rows,
            Responsibles responsibles,
            Members members,
            Accounts accounts,
            Companies companies,
            Exchange exchange,
            FileStore files) {
        this.requests = requests;
        this.rows = rows;
        this.responsibles = responsibles;
        this.members = members;
        this.accounts = accounts;
        this.companies = companies;
        this.exchange = exchange;
        this.files = files;
    }

    /**
     * Writes a decision to the demand.
     *
     * @param number the request's number
     * @param task the task's id, which is the bucket of its files
     * @param agent the agent's login
     * @param answers to the task's form, checked against it
     * @throws TaskRefused when the decision is none
     */
    public void record(String number, String task, String agent, Map<String, Object> answers) {
        Request request = requests.lock(number);
        String outcome = Objects.toString(answers.get("outcome"), "");
        String explanation =
                switch (outcome) {
                    case "ACCEPTED" -> Objects.toString(answers.get("message"), "");
                    case "REFUSED" -> Objects.toString(answers.get("explanation"), "");
                    default -> throw new TaskRefused("Indiquez la suite donnée à la demande.");
                };
        rows.decide(request.id(), outcome, explanation);
        if (!explanation.isEmpty()) {
            exchange.add(request, 0, Actor.agent(agent), explanation);
        }
        attach(request, UUID.fromString(task));
    }

    private void attach(Request request, UUID bucket) {
        List<UUID> added = files.inBucket(bucket, Instructions.OWNER).stream()
                .map(StoredFile::id)
                .toList();
        if (!added.isEmpty()) {
            files.attach(
                    bucket,
                    Instructions.OWNER,
                    added,
                    files.rules(Instructions.CONTEXT, request.scope().organism()),
                    0,
                    request.id(),
                    Direction.RECEIVED,
                    "result",
                    null);
        }
    }

    /**
     * Makes the person responsible for the company; again it changes nothing.
     *
     * @param number the request's number
     * @throws TaskRefused when the account is closed, or belongs to another company by now
     */
    public void grant(String number) {
        Request request = requests.lock(number);
        ResponsibleDemand demand = rows.get(request.id());
        Member member = members.lock(request.authorId()).orElseThrow();
        if (accounts.find(member.account()).filter(Account::active).isEmpty()) {
            throw new TaskRefused("Le compte de cette personne est fermé entre-temps : refusez la demande.");
        }
        UUID belongsTo = member.company();
        if (belongsTo != null && !belongsTo.equals(demand.company())) {
            throw new TaskRefused(
                    "Cette personne est rattachée entre-temps à une autre entreprise : refusez la demande.");
        }
        if (member.standing() != Standing.RESPONSIBLE) {
            Company company = companies.find(demand.company()).orElseThrow();
            responsibles.place(member, company, request.scope().organism());
        }
    }
}
