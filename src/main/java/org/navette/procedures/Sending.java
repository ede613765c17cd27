package org.navette.procedures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.navette.engine.Processes;
import org.navette.files.AttachmentRules;
import org.navette.files.Direction;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.forms.Option;
import org.navette.procedures.Wizard.Preparation;
import org.navette.procedures.process.ProcedureProcess;
import org.navette.requests.NewRequest;
import org.navette.requests.NumbersExhausted;
import org.navette.requests.Reasons;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends what was prepared: once, in one transaction (PROC-07, PROC-10, PROC-12). */
@Component
@Transactional
public class Sending {

    /** The process that requests of the espace live by. */
    public static final String PROCESS = ProcedureProcess.ID;

    /** Form of the commitments that are taken at the validation. */
    public static final String COMMITMENTS = "procedures.commitments";

    /** What the step of a file begins with: {@code document.<code>}. */
    static final String DOCUMENT = "document.";

    private final Requests requests;
    private final Reasons reasons;
    private final Wizard wizard;
    private final Drafts drafts;
    private final DraftBuckets buckets;
    private final Kinds kinds;
    private final Completeness completeness;
    private final ProcedureRows rows;
    private final Processes processes;
    private final FileStore files;

    Sending(
            Requests requests,
            Reasons reasons,
            Wizard wizard,
            Drafts drafts,
            DraftBuckets buckets,
            Kinds kinds,
            Completeness completeness,
            ProcedureRows rows,
            Processes processes,
            FileStore files) {
        this.requests = requests;
        this.reasons = reasons;
        this.wizard = wizard;
        this.drafts = drafts;
        this.buckets = buckets;
        this.kinds = kinds;
        this.completeness = completeness;
        this.rows = rows;
        this.processes = processes;
        this.files = files;
    }

    /**
     * Sends a draft: a new request, or the corrections to one.
     *
     * @param id the draft's; the same one sent twice counts once
     * @param commitments as typed
     * @return the request's number
     * @throws Refused when the person may not, something is missing, or nothing is to be corrected any more
     * @throws org.navette.forms.InvalidAnswers when a commitment is not taken
     * @throws java.util.NoSuchElementException when the company has no such draft
     */
    public String send(Office office, UUID id, Map<String, Object> commitments) {
        office.mustAct();
        Optional<String> earlier = requests.submitted(id, office.account(), Requests.DEPOSIT);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Preparation preparation = wizard.lock(office, id).orElseThrow();
        Map<String, Object> taken = completeness.check(COMMITMENTS, commitments);
        if (!preparation.checked().isComplete()) {
            throw new Refused(Refused.Reason.INCOMPLETE);
        }
        Content content = preparation.checked().content().with(Draft.VALIDATION, taken);
        return preparation.draft().isCorrection()
                ? correct(office, preparation, content)
                : deposit(office, preparation, content);
    }

    private String deposit(Office office, Preparation preparation, Content content) {
        Kind kind = preparation.kind();
        UUID id = preparation.draft().id();
        if (kind.effect() == Kind.Effect.NEW_COMPANY && rows.isInstalling(office.scope())) {
            throw new Refused(Refused.Reason.ALREADY_SENT);
        }
        Request request = number(office, id, kind, content);
        rows.insert(request.id(), kind, content);
        attach(office, preparation, request);
        reasons.keep(request, "Validation", kinds.why(office, kind.id()));
        office.actor().doing(() -> {
            requests.start(
                    request,
                    ProcedureProcess.ID,
                    ProcedureProcess.variables(
                            request.number(),
                            office.organism(),
                            kind.id(),
                            kind.title(),
                            steps(kind),
                            documents(kind)));
            return null;
        });
        drafts.forget(id);
        return request.number();
    }

    private String correct(Office office, Preparation preparation, Content content) {
        Request request = requests.lock(office.scope(), preparation.number());
        ProcedureRequest own = rows.get(request.id());
        if (own.asked() == null || !request.allows(ProcedureProcess.CORRECT)) {
            throw new Refused(Refused.Reason.NOT_ASKED);
        }
        rows.correct(request.id(), content);
        attach(office, preparation, request);
        Map<String, Object> detail = new HashMap<>();
        detail.put("round", own.round());
        requests.note(request, office.actor(), "CORRECTION", "Corrections transmises", detail);
        try {
            office.actor().doing(() -> {
                processes.correlate(ProcedureProcess.CORRECTED, request.number(), Map.of());
                return null;
            });
        } catch (Processes.NotWaiting e) {
            throw new Refused(Refused.Reason.NOT_ASKED);
        }
        requests.bind(preparation.draft().id(), Requests.DEPOSIT, request);
        drafts.forget(preparation.draft().id());
        return request.number();
    }

    private Request number(Office office, UUID key, Kind kind, Content content) {
        String company = content.answers(Prefill.HEAD_OFFICE).get("companyName") instanceof String name
                ? name
                : office.belonging();
        try {
            return requests.deposit(
                    key,
                    new NewRequest(office.scope(), office.account(), office.name(), kind.title(), company),
                    new Numbers());
        } catch (NumbersExhausted e) {
            throw new Refused(Refused.Reason.NUMBERS_EXHAUSTED);
        }
    }

    private void attach(Office office, Preparation preparation, Request request) {
        AttachmentRules rules = files.rules(Documents.CONTEXT, office.organism());
        buckets.of(preparation.draft().id()).forEach((document, bucket) -> {
            List<UUID> added =
                    preparation.files(document).stream().map(StoredFile::id).toList();
            boolean expected = preparation.kind().document(document).isPresent();
            if (expected && !added.isEmpty()) {
                files.attach(
                        bucket,
                        office.owner(),
                        added,
                        rules,
                        0,
                        request.id(),
                        Direction.SENT,
                        DOCUMENT + document,
                        null);
            }
        });
    }

    /** The steps that an agent can ask to be corrected. */
    static List<Option> steps(Kind kind) {
        return kind.steps().stream()
                .map(step -> new Option(step.id(), step.title()))
                .toList();
    }

    /** The documents that an agent can ask for. */
    static List<Option> documents(Kind kind) {
        return kind.documents().stream()
                .map(document -> new Option(document.id(), document.label()))
                .toList();
    }
}
