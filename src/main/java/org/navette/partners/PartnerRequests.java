package org.navette.partners;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.navette.engine.Decision;
import org.navette.engine.Processes;
import org.navette.files.AttachmentRules;
import org.navette.files.Direction;
import org.navette.files.FileStore;
import org.navette.forms.Forms;
import org.navette.partners.process.PartnerProcess;
import org.navette.requests.Exchange;
import org.navette.requests.Reasons;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.navette.requests.Submission;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What partners do with a request after its deposit. Each action locks the request first, so that of two people who
 * act at the same instant one wins and the other is told.
 */
@Component
@Transactional
public class PartnerRequests {

    /** The process that requests of the espace live by. */
    public static final String PROCESS = PartnerProcess.ID;

    /** Form of a completion. */
    public static final String COMPLETION = "partners.completion";

    /** Form of a cancellation. */
    public static final String CANCELLATION = "partners.cancellation";

    /** Form of a follow-up question. */
    public static final String FOLLOW_UP = "partners.follow-up";

    private final Requests requests;
    private final Reasons reasons;
    private final PartnerRequestRows rows;
    private final Processes processes;
    private final Exchange exchange;
    private final Forms forms;
    private final FileStore files;
    private final Clock clock;

    PartnerRequests(
            Requests requests,
            Reasons reasons,
            PartnerRequestRows rows,
            Processes processes,
            Exchange exchange,
            Forms forms,
            FileStore files,
            Clock clock) {
        this.requests = requests;
        this.reasons = reasons;
        this.rows = rows;
        this.processes = processes;
        this.exchange = exchange;
        this.forms = forms;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Changes the comment and adds files while nobody has taken the request in charge (PART-12). The earlier comment
     * stays on the timeline; the status and its date do not move.
     *
     * @throws NoSuchElementException when the desk does not see the request
     * @throws Refused when the request is not new any more, the person may not act, or nothing was changed
     */
    public void complete(Desk desk, String number, Submission submission) {
        Request request = locked(desk, number);
        if (again(desk, request, COMPLETION, submission)) {
            return;
        }
        allowed(request, PartnerProcess.COMPLETE, Refused.Reason.NOT_NEW_ANY_MORE);
        PartnerRequest own = rows.findById(request.id()).orElseThrow();
        Map<String, Object> answers = check(COMPLETION, submission);
        String comment = (String) answers.get(PartnerRequest.COMMENT);
        String before = own.comment().orElse("");
        if (comment.equals(before) && (submission.files().isEmpty() || !own.takesFiles())) {
            throw new Refused(Refused.Reason.NOTHING_CHANGED);
        }
        own.comment(comment);
        if (own.takesFiles()) {
            attach(
                    desk,
                    request,
                    submission,
                    "complete",
                    rules(desk, Step.COMPLETE),
                    usedFiles(request, Step.COMPLETE));
        }
        why(desk, request, "Complément", Step.COMPLETE, own.takesFiles() ? submission : null);
        Map<String, Object> detail = new HashMap<>();
        if (!comment.equals(before)) {
            detail.put(PartnerRequest.COMMENT, before);
        }
        if (own.takesFiles() && !submission.files().isEmpty()) {
            detail.put("files", submission.files().size());
        }
        requests.note(request, desk.actor(), "COMPLETION", "Demande complétée", detail);
        send(desk, request, PartnerProcess.COMPLETED, Refused.Reason.NOT_NEW_ANY_MORE);
        requests.bind(submission.key(), act(request, COMPLETION), request);
    }

    /**
     * Cancels a request that nobody has taken in charge (PART-12). It leaves the history and stays in the audit trail.
     *
     * @throws NoSuchElementException when the desk does not see the request
     * @throws Refused when the request is not new any more, or the person may not act
     */
    public void cancel(Desk desk, String number, Submission submission) {
        Request request = locked(desk, number);
        if (again(desk, request, CANCELLATION, submission)) {
            return;
        }
        allowed(request, PartnerProcess.CANCEL, Refused.Reason.NOT_NEW_ANY_MORE);
        Map<String, Object> answers = check(CANCELLATION, submission);
        why(desk, request, "Annulation", Step.COMPLETE, null);
        requests.note(
                request,
                desk.actor(),
                "CANCELLATION",
                "Annulation demandée",
                Map.of("reason", answers.get("cancellationReason")));
        send(desk, request, PartnerProcess.CANCELLED, Refused.Reason.NOT_NEW_ANY_MORE);
        requests.bind(submission.key(), act(request, CANCELLATION), request);
    }

    /**
     * Asks a question about the answer (PART-15): four rounds at most, within the exchange's window, eight files in
     * all, and not before the last question was answered.
     *
     * @throws NoSuchElementException when the desk does not see the request
     * @throws Refused when the exchange does not take a question now; the reason tells why
     */
    public void followUp(Desk desk, String number, Submission submission) {
        Request request = locked(desk, number);
        if (again(desk, request, FOLLOW_UP, submission)) {
            return;
        }
        PartnerRequest own = rows.findById(request.id()).orElseThrow();
        new ExchangeState(request, own, clock.instant()).refusal().ifPresent(reason -> {
            throw new Refused(reason);
        });
        Map<String, Object> answers = check(FOLLOW_UP, submission);
        attach(desk, request, submission, "follow-up", rules(desk, Step.FOLLOW_UP), usedFiles(request, Step.FOLLOW_UP));
        why(desk, request, "Message", Step.FOLLOW_UP, submission);
        exchange.add(request, own.nextRound(), desk.actor(), (String) answers.get("message"));
        send(desk, request, PartnerProcess.FOLLOWED_UP, Refused.Reason.EXCHANGE_NOT_OPEN);
        requests.bind(submission.key(), act(request, FOLLOW_UP), request);
    }

    /** False for the completion of an offer whose form has no place for files: what is typed there is all there is. */
    public boolean takesFiles(Request request, Step step) {
        return step != Step.COMPLETE
                || rows.findById(request.id()).map(PartnerRequest::takesFiles).orElse(false);
    }

    /** What files may be added at a step of a request. */
    public AttachmentRules rules(Desk desk, Step step) {
        return files.rules(step.context(), desk.organism().code());
    }

    /** How many places for files are taken already: of the deposit and its completions, or of the exchange. */
    public int usedFiles(Request request, Step step) {
        return files.used(request.id(), Direction.SENT, step.counts());
    }

    /** Keeps which tables let the person act, and add files if there are any. */
    private void why(Desk desk, Request request, String act, Step step, @Nullable Submission withFiles) {
        List<Decision> why = new ArrayList<>();
        if (desk.access().why() != null) {
            why.add(desk.access().why());
        }
        if (withFiles != null && !withFiles.files().isEmpty()) {
            why.add(files.why(step.context(), desk.organism().code()));
        }
        reasons.keep(request, act, why);
    }

    private Request locked(Desk desk, String number) {
        if (!desk.canAct()) {
            throw new Refused(Refused.Reason.READ_ONLY);
        }
        return requests.lock(desk.scope(), number);
    }

    /** Reserves the submission's key; true when this very action was done with it before. */
    private boolean again(Desk desk, Request request, String form, Submission submission) {
        return requests.submitted(submission.key(), desk.account(), act(request, form))
                .isPresent();
    }

    private static String act(Request request, String form) {
        return form + "/" + request.number();
    }

    private static void allowed(Request request, String action, Refused.Reason reason) {
        if (!request.allows(action)) {
            throw new Refused(reason);
        }
    }

    private Map<String, Object> check(String formId, Submission submission) {
        return forms.check(forms.latest(formId), submission.answers(), Map.of());
    }

    private void attach(
            Desk desk, Request request, Submission submission, String step, AttachmentRules rules, int used) {
        if (!submission.files().isEmpty()) {
            files.attach(
                    submission.key(),
                    desk.owner(),
                    submission.files(),
                    rules,
                    used,
                    request.id(),
                    Direction.SENT,
                    step,
                    null);
        }
    }

    private void send(Desk desk, Request request, String message, Refused.Reason refusal) {
        try {
            desk.actor().doing(() -> {
                processes.correlate(message, request.number(), Map.of());
                return null;
            });
        } catch (Processes.NotWaiting e) {
            throw new Refused(refusal);
        }
    }

    /** The two steps after the deposit at which partners add files. */
    public enum Step {
        COMPLETE("partners.complete", List.of("deposit", "complete")),
        FOLLOW_UP("partners.follow-up", List.of("follow-up"));

        private final String context;
        private final List<String> counts;

        Step(String context, List<String> counts) {
            this.context = context;
            this.counts = counts;
        }

        private String context() {
            return context;
        }

        private List<String> counts() {
            return counts;
        }
    }
}
