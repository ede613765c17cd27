package org.navette.funding;

import java.util.Map;
import java.util.Objects;
import org.navette.engine.Phase;
import org.navette.engine.TaskRefused;
import org.navette.funding.AccountChange.Kind;
import org.navette.funding.AccountChange.Status;
import org.navette.requests.Actor;
import org.navette.requests.Exchange;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.navette.requests.StatusChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What agents decide on changes of accounts, written in the transaction of their completion (FUND-24). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AccountChangeInstructions {

    private final Requests requests;
    private final AccountChangeRows rows;
    private final Suppliers suppliers;
    private final BankDetails banks;
    private final ContactUpdate contacts;
    private final Exchange exchange;

    AccountChangeInstructions(
            Requests requests,
            AccountChangeRows rows,
            Suppliers suppliers,
            BankDetails banks,
            ContactUpdate contacts,
            Exchange exchange) {
        this.requests = requests;
        this.rows = rows;
        this.suppliers = suppliers;
        this.banks = banks;
        this.contacts = contacts;
        this.exchange = exchange;
    }

    /**
     * Writes a decision to the change; what is validated is applied by {@link #apply}.
     *
     * @param number the request's number
     * @param agent the agent's login
     * @param answers to the task's form, checked against it
     * @throws TaskRefused when the decision is none, or not possible
     */
    public void record(String number, String agent, Map<String, Object> answers) {
        Request request = requests.lock(number);
        switch (Objects.toString(answers.get("outcome"), "")) {
            case "VALIDATED" -> rows.settle(request.id(), Status.VALIDATED, null);
            case "REJECTED" -> {
                String ground = Objects.toString(answers.get("ground"), "");
                reject(rows.get(request.id()), ground);
                exchange.add(request, 0, Actor.agent(agent), ground);
            }
            default -> throw new TaskRefused("Indiquez la suite donnée à la demande.");
        }
    }

    /**
     * Applies what was validated; of two changes of one supplier the second waits for the first.
     *
     * @throws TaskRefused when it cannot be applied any more
     */
    public void apply(String number) {
        AccountChange change = rows.get(requests.lock(number).id());
        suppliers.lock(change.supplier());
        if (change.kind() == Kind.BANK) {
            banks.activate(change.supplier(), Objects.requireNonNull(change.bankDetails()));
        } else {
            contacts.apply(change);
        }
    }

    /** An administrator deleted the instance: the supplier can ask again. */
    @EventListener
    void withdrawn(StatusChanged changed) {
        if (changed.milestone().phase() != Phase.CANCELLED) {
            return;
        }
        String espace = changed.request().scope().espace();
        for (Kind kind : Kind.values()) {
            if (kind.espace().equals(espace)) {
                reject(rows.get(changed.request().id()), "");
            }
        }
    }

    private void reject(AccountChange change, String ground) {
        rows.settle(change.id(), Status.REJECTED, ground.isEmpty() ? null : ground);
        if (change.bankDetails() != null) {
            banks.reject(change.supplier(), change.bankDetails());
        }
    }
}
