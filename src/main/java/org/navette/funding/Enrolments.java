package org.navette.funding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.navette.directory.Software;
import org.navette.directory.Softwares;
import org.navette.engine.Processes;
import org.navette.files.AttachmentRules;
import org.navette.files.Direction;
import org.navette.files.FileStore;
import org.navette.forms.Form;
import org.navette.forms.Forms;
import org.navette.funding.EnrolmentDrafts.Draft;
import org.navette.funding.FundingDocuments.Subject;
import org.navette.funding.process.EnrolmentProcess;
import org.navette.requests.Actor;
import org.navette.requests.Exchange;
import org.navette.requests.NewRequest;
import org.navette.requests.NumbersExhausted;
import org.navette.requests.Reasons;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.navette.requests.Scope;
import org.navette.requests.Submission;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends enrolments, and what is added to them when an agent waits for it: once, in one transaction. */
@Component
@Transactional
public class Enrolments {

    /** The form of what is added. */
    public static final String ADDITION = "funding.enrolment-addition";

    /** What files that were added later are kept with. */
    static final String ADDED = "document.added";

    private static final String ADD = "enrolment-addition";

    private final Requests requests;
    private final Reasons reasons;
    private final Exchange exchange;
    private final EnrolmentRows rows;
    private final EnrolmentDrafts drafts;
    private final Suppliers suppliers;
    private final Softwares softwares;
    private final FundingDocuments documents;
    private final Processes processes;
    private final FileStore files;
    private final Forms forms;

    Enrolments(
            Requests requests,
            Reasons reasons,
            Exchange exchange,
            EnrolmentRows rows,
            EnrolmentDrafts drafts,
            Suppliers suppliers,
            Softwares softwares,
            FundingDocuments documents,
            Processes processes,
            FileStore files,
            Forms forms) {
        this.requests = requests;
        this.reasons = reasons;
        this.exchange = exchange;
        this.rows = rows;
        this.drafts = drafts;
        this.suppliers = suppliers;
        this.softwares = softwares;
        this.documents = documents;
        this.processes = processes;
        this.files = files;
        this.forms = forms;
    }

    /** What one enrolment looks like from outside: its request and its own part. */
    public record Found(Request request, Enrolment own) {

        /** True when something can be added. */
        public boolean isAwaiting() {
            return request.allows(EnrolmentProcess.ADD);
        }
    }

    /**
     * Sends a first enrolment; the same draft sent twice counts once.
     *
     * @return its number
     * @throws Refused when a document is missing, the software is somebody's, or the company is enrolled by now
     * @throws java.util.NoSuchElementException when the draft is gone
     */
    public String send(UUID draft) {
        // nobody has an account yet: the draft's secret id stands for the person and becomes the supplier's
        Optional<String> earlier = requests.submitted(draft, draft, Requests.DEPOSIT);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Draft prepared = drafts.find(draft).orElseThrow();
        if (!drafts.missing(prepared).isEmpty()) {
            throw new Refused(Refused.Reason.DOCUMENT_MISSING);
        }
        Map<String, Object> answers = prepared.answers();
        String siret = Enrolment.text(answers, "siret");
        if (suppliers.bySiret(siret).isPresent()) {
            throw new Refused(Refused.Reason.ALREADY_ENROLLED);
        }
        String prefix = Enrolment.isMandated(answers) ? "applicant" : "representative";
        String name =
                Enrolment.text(answers, prefix + "LastName") + " " + Enrolment.text(answers, prefix + "FirstName");
        Software software = software(Enrolment.text(answers, "ansNumber"));
        Request request = number(
                draft,
                new NewRequest(
                        new Scope(Enrolment.ESPACE, suppliers.organism(), draft),
                        draft,
                        name,
                        subject(software),
                        Enrolment.text(answers, "companyName")));
        rows.insert(new Enrolment(
                request.id(),
                Enrolment.Kind.INITIAL,
                software.ansNumber(),
                siret,
                answers,
                prepared.form(),
                Enrolment.text(answers, prefix + "Email"),
                null));
        drafts.attached(prepared)
                .forEach(entry -> files.attach(
                        drafts.bucket(draft, entry.getKey().code()),
                        drafts.owner(draft),
                        entry.getValue(),
                        drafts.rules(),
                        0,
                        request.id(),
                        Direction.SENT,
                        FundingDocuments.step(entry.getKey().code()),
                        null));
        reasons.keep(request, "Dépôt", List.of(documents.decision(Subject.ENROLMENT, Enrolment.isMandated(answers))));
        start(request, Actor.partner(draft.toString(), name));
        drafts.forget(draft);
        return request.number();
    }

    /**
     * Sends a complementary enrolment: nothing is typed again but the software's number.
     *
     * @param key of the form; the same one sent twice counts once
     * @return its number
     * @throws Refused when the software is somebody's already
     * @throws java.util.NoSuchElementException when the software is not referenced
     */
    public String complement(Supplier supplier, UUID key, String ansNumber) {
        Optional<String> earlier = requests.submitted(key, supplier.account(), Requests.DEPOSIT);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Software software = software(ansNumber);
        Request request = number(
                key,
                new NewRequest(
                        supplier.scope(Enrolment.ESPACE),
                        supplier.account(),
                        supplier.correspondent().name(),
                        subject(software),
                        supplier.name()));
        rows.insert(new Enrolment(
                request.id(),
                Enrolment.Kind.COMPLEMENTARY,
                software.ansNumber(),
                supplier.siret(),
                Map.of("ansNumber", software.ansNumber()),
                forms.latest(EnrolmentDrafts.FORM).definitionId(),
                supplier.correspondent().email(),
                null));
        start(request, supplier.actor());
        return request.number();
    }

    /** An enrolment of the supplier. */
    @Transactional(readOnly = true)
    public Optional<Found> find(Supplier supplier, String number) {
        return found(supplier.id(), number);
    }

    /** An enrolment of a supplier, or of one to be. */
    @Transactional(readOnly = true)
    Optional<Found> found(UUID structure, String number) {
        return requests.find(new Scope(Enrolment.ESPACE, suppliers.organism(), structure), number)
                .map(request -> new Found(request, rows.get(request.id())));
    }

    /** Whose uploads the files are that are added to an enrolment. */
    public String owner(Request request) {
        return Enrolment.ESPACE + ":" + request.number();
    }

    /** What may be added. */
    public AttachmentRules rules() {
        return drafts.rules();
    }

    /**
     * Adds what an agent waits for; the same form sent twice counts once.
     *
     * @param found the enrolment that the person may see
     * @throws Refused when nothing is awaited any more, or nothing is added
     * @throws org.navette.forms.InvalidAnswers when an answer is wrong
     * @throws org.navette.files.RefusedFile when a file cannot be bound
     */
    public void add(Found found, Submission submission) {
        UUID author = found.request().authorId();
        if (requests.submitted(submission.key(), author, ADD).isPresent()) {
            return;
        }
        Request request = requests.lock(found.request().scope(), found.request().number());
        if (!request.allows(EnrolmentProcess.ADD)) {
            throw new Refused(Refused.Reason.NOT_AWAITED);
        }
        Form form = forms.version(ADDITION, submission.formDefinitionId());
        Map<String, Object> answers = forms.check(form, submission.answers(), Map.of());
        if (submission.files().isEmpty()) {
            throw new Refused(Refused.Reason.DOCUMENT_MISSING);
        }
        files.attach(
                submission.key(),
                owner(request),
                submission.files(),
                rules(),
                files.used(request.id(), Direction.SENT, List.of(ADDED)),
                request.id(),
                Direction.SENT,
                ADDED,
                null);
        Actor actor = Actor.partner(author.toString(), request.authorName());
        String comment = Enrolment.text(answers, "comment");
        if (!comment.isEmpty()) {
            exchange.add(request, 0, actor, comment);
        }
        rows.remark(request.id(), null);
        Map<String, Object> detail = new HashMap<>();
        detail.put("files", submission.files().size());
        requests.note(request, actor, "COMPLETION", "Pièces ajoutées", detail);
        try {
            actor.doing(() -> {
                processes.correlate(EnrolmentProcess.COMPLETED, request.number(), Map.of());
                return null;
            });
        } catch (Processes.NotWaiting e) {
            throw new Refused(Refused.Reason.NOT_AWAITED);
        }
        requests.bind(submission.key(), ADD, request);
    }

    private Software software(String ansNumber) {
        return softwares.find(ansNumber).orElseThrow();
    }

    private static String subject(Software software) {
        return software.type() + " " + software.name();
    }

    private Request number(UUID key, NewRequest request) {
        try {
            return requests.deposit(key, request, new LastingNumbers(Enrolment.ESPACE, "ENR"));
        } catch (NumbersExhausted e) {
            throw new Refused(Refused.Reason.NUMBERS_EXHAUSTED);
        }
    }

    private void start(Request request, Actor actor) {
        actor.doing(() -> {
            requests.start(
                    request,
                    EnrolmentProcess.ID,
                    EnrolmentProcess.variables(request.number(), request.scope().organism(), request.subject()));
            return null;
        });
    }
}
