package org.navette.procedures;

import java.util.HashMap;
import java.util.Map;
import org.navette.procedures.ProcedureRequest.Outcome;
import org.navette.requests.LetterFacts;
import org.navette.requests.Request;
import org.springframework.stereotype.Component;

/** What the espace's mails say of a decision. */
@Component
class MailFacts implements LetterFacts {

    private final ProcedureRows rows;

    MailFacts(ProcedureRows rows) {
        this.rows = rows;
    }

    @Override
    public String espace() {
        return Office.ESPACE;
    }

    @Override
    public Map<String, Object> of(Request request) {
        ProcedureRequest own = rows.get(request.id());
        Map<String, Object> facts = new HashMap<>();
        if (own.asked() != null) {
            facts.put("remarks", own.asked().remarks());
        }
        Outcome outcome = own.outcome();
        if (outcome != null) {
            facts.put("ground", outcome.ground());
            facts.put("text", outcome.text());
        }
        if (own.billingNumber() != null) {
            facts.put("billingNumber", own.billingNumber());
        }
        return facts;
    }
}
