package org.navette.funding;

import java.util.Map;
import java.util.Objects;
import org.navette.engine.TaskRefused;
import org.navette.requests.Actor;
import org.navette.requests.Exchange;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What agents decide on templates of documents, written in the transaction of their completion (FUND-22). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TemplateInstructions {

    private final Requests requests;
    private final TemplateRows rows;
    private final Exchange exchange;

    TemplateInstructions(Requests requests, TemplateRows rows, Exchange exchange) {
        this.requests = requests;
        this.rows = rows;
        this.exchange = exchange;
    }

    /**
     * Writes what is said with a decision to the template.
     *
     * @param number the request's number
     * @param agent the agent's login
     * @param answers to the task's form, checked against it
     * @throws TaskRefused when the decision is none
     */
    public void record(String number, String agent, Map<String, Object> answers) {
        Request request = requests.lock(number);
        String field =
                switch (Objects.toString(answers.get("outcome"), "")) {
                    case "ACCEPTED" -> "comment";
                    case "REJECTED" -> "ground";
                    default -> throw new TaskRefused("Indiquez la suite donnée au modèle.");
                };
        String remark = Objects.toString(answers.get(field), "").strip();
        if (!remark.isEmpty()) {
            rows.remark(request.id(), remark);
            exchange.add(request, 0, Actor.agent(agent), remark);
        }
    }
}
