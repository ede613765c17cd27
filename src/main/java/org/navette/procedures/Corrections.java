package org.navette.procedures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.navette.engine.Phase;
import org.navette.procedures.Content.Person;
import org.navette.procedures.process.ProcedureProcess;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a company can do with a request that was sent: correct what is asked (PROC-12), begin anew from it (PROC-13). */
@Component
@Transactional
public class Corrections {

    private final Requests requests;
    private final ProcedureRows rows;
    private final Drafts drafts;

    Corrections(Requests requests, ProcedureRows rows, Drafts drafts) {
        this.requests = requests;
        this.rows = rows;
        this.drafts = drafts;
    }

    /**
     * Opens the steps and documents that are asked for; those who began before go on.
     *
     * @return the draft's id
     * @throws Refused when the person may not, or nothing is asked
     * @throws java.util.NoSuchElementException when the company has no such request
     */
    public UUID begin(Office office, String number) {
        office.mustAct();
        Request request = requests.lock(office.scope(), number);
        ProcedureRequest own = rows.get(request.id());
        Asked asked = own.asked();
        if (asked == null || !request.allows(ProcedureProcess.CORRECT)) {
            throw new Refused(Refused.Reason.NOT_ASKED);
        }
        Map<String, Map<String, Object>> answers = new LinkedHashMap<>();
        Map<String, List<Person>> people = new LinkedHashMap<>();
        asked.steps().forEach(step -> {
            answers.put(step, own.content().answers(step));
            people.put(step, own.content().people(step));
        });
        String first = asked.documents().isEmpty() && !asked.steps().isEmpty()
                ? asked.steps().iterator().next()
                : Draft.DOCUMENTS;
        return drafts.correct(office, own.kind(), first, new Content(answers, people, Map.of()), request.id());
    }

    /**
     * Begins a new request with the answers of an old one, without its files.
     *
     * @return the draft's id
     * @throws Refused when the person may not, the request still goes on, or the kind is not offered any more
     * @throws java.util.NoSuchElementException when the company has no such request
     */
    public UUID restart(Office office, String number) {
        office.mustAct();
        Request request = requests.find(office.scope(), number).orElseThrow();
        if (request.phase() != Phase.CLOSED) {
            throw new Refused(Refused.Reason.NOT_OVER);
        }
        ProcedureRequest own = rows.get(request.id());
        Map<String, Map<String, Object>> answers =
                new LinkedHashMap<>(own.content().answers());
        // commitments are taken for each request
        answers.remove(Draft.VALIDATION);
        return drafts.begin(
                office, own.kind(), new Content(answers, own.content().people(), Map.of()));
    }
}
