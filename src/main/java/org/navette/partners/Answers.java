package org.navette.partners;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.navette.files.Direction;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.requests.Actor;
import org.navette.requests.Exchange;
import org.navette.requests.Reasons;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What agents answer, written to the request by a listener on the diagram, in the transaction of their completion. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Answers {

    /** Whose uploads they are: the task's, not the agent's, so that they go with a task that is handed over. */
    public static final String OWNER = "agents";

    /** How long partners can download what they received (PART-14). */
    private static final Duration AVAILABLE = Duration.ofDays(15);

    /** The context of an answer's files, for the rules. */
    static final String CONTEXT = "partners.answer";

    private final Requests requests;
    private final Reasons reasons;
    private final PartnerRequestRows rows;
    private final Exchange exchange;
    private final FileStore files;
    private final Clock clock;

    Answers(
            Requests requests,
            Reasons reasons,
            PartnerRequestRows rows,
            Exchange exchange,
            FileStore files,
            Clock clock) {
        this.requests = requests;
        this.reasons = reasons;
        this.rows = rows;
        this.exchange = exchange;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Writes an answer to the request's thread (the answer to the request itself, or to the last question), with the
     * files that lie in the task's bucket.
     *
     * @param number the request's number
     * @param task the task's id, which is the bucket's
     * @param agent the agent's login
     * @param text as checked against the task's form
     */
    public void record(String number, String task, String agent, String text) {
        Request request = requests.lock(number);
        PartnerRequest own = rows.findById(request.id()).orElseThrow();
        exchange.add(request, own.rounds(), Actor.agent(agent), text);
        attach(request, UUID.fromString(task));
    }

    private void attach(Request request, UUID bucket) {
        List<UUID> added =
                files.inBucket(bucket, OWNER).stream().map(StoredFile::id).toList();
        if (!added.isEmpty()) {
            reasons.keep(
                    request,
                    "Réponse",
                    List.of(files.why(CONTEXT, request.scope().organism())));
            Instant until = clock.instant().plus(AVAILABLE);
            files.attach(
                    bucket,
                    OWNER,
                    added,
                    files.rules(CONTEXT, request.scope().organism()),
                    0,
                    request.id(),
                    Direction.RECEIVED,
                    "answer",
                    until);
        }
    }
}
