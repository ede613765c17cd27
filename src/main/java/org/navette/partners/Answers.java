package org.navette.partners;

import org.navette.requests.Actor;
import org.navette.requests.Exchange;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What agents answer, written to the request by a listener on the diagram, in the transaction of their completion. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Answers {

    private final Requests requests;
    private final PartnerRequestRows rows;
    private final Exchange exchange;

    Answers(Requests requests, PartnerRequestRows rows, Exchange exchange) {
        this.requests = requests;
        this.rows = rows;
        this.exchange = exchange;
    }

    /**
     * Writes an answer to the request's thread: the answer to the request itself, or to the last question.
     *
     * @param number the request's number
     * @param agent the agent's login
     * @param text as checked against the task's form
     */
    public void record(String number, String agent, String text) {
        Request request = requests.lock(number);
        PartnerRequest own = rows.findById(request.id()).orElseThrow();
        exchange.add(request, own.rounds(), Actor.agent(agent), text);
    }
}
