package org.navette.funding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.navette.directory.InvalidEntry;
import org.navette.directory.Journal;
import org.navette.directory.Supervisor;
import org.navette.directory.TypedText;
import org.navette.engine.Phase;
import org.navette.engine.Processes;
import org.navette.funding.process.CancellationProcess;
import org.navette.funding.process.FundingProcess;
import org.navette.requests.Actor;
import org.navette.requests.Exchange;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends requests for funding at their supplier's demand, or because all of the money was recovered (FUND-18): the present
 * version is superseded by a cancelled one, and the money goes back to the envelope that it was taken from.
 */
@Component
@Transactional
public class Cancellations {

    /** The page that they are read on. */
    private static final String TOPIC = "funding-cancellations";

    private static final int LONGEST = 3000;

    private final Requests requests;
    private final FundingRows rows;
    private final Envelopes envelopes;
    private final Amendments amendments;
    private final Processes processes;
    private final Exchange exchange;
    private final Journal journal;

    Cancellations(
            Requests requests,
            FundingRows rows,
            Envelopes envelopes,
            Amendments amendments,
            Processes processes,
            Exchange exchange,
            Journal journal) {
        this.requests = requests;
        this.rows = rows;
        this.envelopes = envelopes;
        this.amendments = amendments;
        this.processes = processes;
        this.exchange = exchange;
        this.journal = journal;
    }

    /** Why a request is cancelled. */
    public enum Cause {
        /** before it is paid */
        DEMAND("Demande du fournisseur", Amendments.Cause.CANCELLATION),
        /** after it was paid */
        RECOVERY("Recouvrement total", Amendments.Cause.RECOVERY);

        private final String label;
        private final Amendments.Cause amendment;

        Cause(String label, Amendments.Cause amendment) {
            this.label = label;
            this.amendment = amendment;
        }

        /** As people read it. */
        public String label() {
            return label;
        }
    }

    /**
     * Cancels a request.
     *
     * @param number as it was typed
     * @param ground in words, for the supplier's mail; 3,000 characters at most
     * @throws InvalidEntry when the number is of no request that can be cancelled so, or the ground is missing: problems by
     *     {@code number}, {@code cause} and {@code ground}
     */
    public void cancel(Supervisor supervisor, String number, Cause cause, String ground) {
        String words = TypedText.composed(ground).strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            throw wrong("ground", words.isEmpty() ? "MISSING" : "TOO_LONG");
        }
        if (!TypedText.isLines(words)) {
            throw wrong("ground", "INVALID");
        }
        Request request = held(supervisor, number).orElseThrow(() -> wrong("number", "UNKNOWN"));
        FundingRequest own = rows.get(request.id());
        check(request, own, cause);
        if (rows.bank(own.id()).isPresent()) {
            envelopes.giveBack(own.id());
        }
        rows.release(own.id());
        rows.await(own.id(), List.of(), words);
        amendments.add(own.id(), cause.amendment, supervisor.organism().name(), own.declaration());
        Actor actor = Actor.agent(supervisor.login());
        exchange.add(request, 0, actor, words);
        actor.doing(() -> {
            end(request, own);
            return null;
        });
        journal.write(supervisor, TOPIC, French.say("Demande %s annulée : %s", request.number(), cause.label()));
    }

    private Optional<Request> held(Supervisor supervisor, String number) {
        return rows.ofFunding(supervisor.code(), number).map(requests::lock);
    }

    private void check(Request request, FundingRequest own, Cause cause) {
        if (!own.holds() || request.phase() == Phase.CANCELLED || request.phase() == Phase.CLOSED) {
            throw wrong("number", "ENDED");
        }
        if (own.payment() == PaymentState.UNDER_WAY) {
            throw wrong("number", "BEING_PAID");
        }
        if (rows.balance(own.id()).isPresent()) {
            throw wrong("number", "HAS_BALANCE");
        }
        boolean paid = own.payment() == PaymentState.DONE;
        if (paid != (cause == Cause.RECOVERY)) {
            throw wrong("cause", paid ? "PAID" : "NOT_PAID");
        }
    }

    private static InvalidEntry wrong(String field, String problem) {
        return new InvalidEntry(Map.of(field, problem));
    }

    /** The request's own diagram ends; one that has ended with its payment is cancelled by a diagram of its own. */
    private void end(Request request, FundingRequest own) {
        if (own.payment() == PaymentState.DONE) {
            processes.start(CancellationProcess.ID, request.number(), Map.of());
        } else {
            processes.correlate(FundingProcess.CANCELLED, request.number(), Map.of());
        }
    }

    /** The latest of them, newest first. */
    @Transactional(readOnly = true)
    public List<Journal.Entry> changes(Supervisor supervisor) {
        return journal.latest(supervisor, TOPIC);
    }
}
