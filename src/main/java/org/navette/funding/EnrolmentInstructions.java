package org.navette.funding;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.navette.engine.TaskRefused;
import org.navette.requests.Actor;
import org.navette.requests.Exchange;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What agents decide on enrolments, written in the transaction of their completion (FUND-06). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class EnrolmentInstructions {

    private final Requests requests;
    private final EnrolmentRows rows;
    private final Exchange exchange;
    private final AgentFiles files;
    private final SupplierOpening opening;

    EnrolmentInstructions(
            Requests requests, EnrolmentRows rows, Exchange exchange, AgentFiles files, SupplierOpening opening) {
        this.requests = requests;
        this.rows = rows;
        this.exchange = exchange;
        this.files = files;
        this.opening = opening;
    }

    /**
     * Writes a decision to the enrolment.
     *
     * @param number the request's number
     * @param task the task's id, which is the bucket of its files
     * @param agent the agent's login
     * @param answers to the task's form, checked against it
     * @throws TaskRefused when the decision is none, or not possible
     */
    public void record(String number, String task, String agent, Map<String, Object> answers) {
        Request request = requests.lock(number);
        String text =
                switch (Objects.toString(answers.get("outcome"), "")) {
                    case "VALIDATED" -> text(answers, "message");
                    case "DOCUMENT", "CERTIFICATE" -> {
                        rows.remark(request.id(), text(answers, "awaited"));
                        yield text(answers, "awaited");
                    }
                    case "REJECTED" -> {
                        rows.release(request.id());
                        // the mail says why
                        rows.remark(request.id(), text(answers, "ground"));
                        yield text(answers, "ground");
                    }
                    default -> throw new TaskRefused("Indiquez la suite donnée à la demande.");
                };
        if (!text.isEmpty()) {
            exchange.add(request, 0, Actor.agent(agent), text);
        }
        files.attach(request, UUID.fromString(task));
    }

    /** Opens the supplier's account, or finds that it is open. */
    public void open(String number) {
        opening.open(requests.lock(number));
    }

    private static String text(Map<String, Object> answers, String key) {
        return Objects.toString(answers.get(key), "");
    }
}
