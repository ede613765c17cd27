package org.navette.funding;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.navette.engine.TaskRefused;
import org.navette.files.AttachmentRules;
import org.navette.files.Direction;
import org.navette.files.FileStore;
import org.navette.forms.Form;
import org.navette.forms.Forms;
import org.navette.funding.process.SupportProcess;
import org.navette.requests.Actor;
import org.navette.requests.Exchange;
import org.navette.requests.NewRequest;
import org.navette.requests.NumbersExhausted;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.navette.requests.Submission;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Requests to the support, and what agents answer (FUND-03). */
@Component
@Transactional
public class SupportRequests {

    /** The form that everyone can send. */
    public static final String FORM = "funding.contact";

    /** The step of the file that is sent with it. */
    static final String FILE = "deposit";

    private static final String CONTEXT = "funding.support";

    private final Requests requests;
    private final SupportRows rows;
    private final SupportProofs proofs;
    private final SupportRecap recap;
    private final Suppliers suppliers;
    private final Forms forms;
    private final FileStore files;
    private final Exchange exchange;

    SupportRequests(
            Requests requests,
            SupportRows rows,
            SupportProofs proofs,
            SupportRecap recap,
            Suppliers suppliers,
            Forms forms,
            FileStore files,
            Exchange exchange) {
        this.requests = requests;
        this.rows = rows;
        this.proofs = proofs;
        this.recap = recap;
        this.suppliers = suppliers;
        this.forms = forms;
        this.files = files;
        this.exchange = exchange;
    }

    /** What may be sent with a request. */
    @Transactional(readOnly = true)
    public AttachmentRules rules() {
        return files.rules(CONTEXT, suppliers.organism());
    }

    /** What is known of the author before they type. */
    public Map<String, Object> prefill(SupportAuthor author) {
        Map<String, Object> known = new HashMap<>();
        Supplier supplier = author.supplier();
        if (supplier != null) {
            Contact person = supplier.correspondent();
            known.put("name", person.name());
            known.put("company", supplier.name());
            known.put("email", person.email());
            known.put("phone", person.phone());
        }
        return known;
    }

    /**
     * Judges what was typed, so that nobody is slowed down for a mistake.
     *
     * @return the answers in their plain form
     * @throws org.navette.forms.InvalidAnswers when an answer is wrong
     */
    @Transactional(readOnly = true)
    public Map<String, Object> check(Submission submission) {
        return forms.check(form(submission), submission.answers(), Map.of());
    }

    /** The version that the person saw, so that a deployment in the meantime takes nothing from them. */
    private Form form(Submission submission) {
        return forms.version(FORM, submission.formDefinitionId());
    }

    /**
     * Sends a request; the same one sent twice counts once.
     *
     * @param proof of work; not looked at for a supplier
     * @return its number
     * @throws SupportRefused when the proof is not good, or no number is left
     * @throws org.navette.forms.InvalidAnswers when an answer is wrong
     * @throws org.navette.files.RefusedFile when the file cannot be bound
     */
    public String send(SupportAuthor author, Submission submission, String proof) {
        Optional<String> earlier = requests.submitted(submission.key(), author.id(), Requests.DEPOSIT);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Form form = form(submission);
        Map<String, Object> answers = forms.check(form, submission.answers(), Map.of());
        if (author.isUnknown()) {
            proofs.use(proof);
        }
        String name = String.valueOf(answers.get("name"));
        String subject = recap.subject(form, answers);
        Request request = deposit(author, submission, name, subject);
        rows.insert(new SupportRequest(
                request.id(),
                author.supplier() == null ? null : author.supplier().id(),
                name,
                String.valueOf(answers.get("email")),
                form.definitionId(),
                answers,
                null));
        attach(author, submission, request);
        author.actor(name).doing(() -> {
            requests.start(request, SupportProcess.ID);
            return null;
        });
        return request.number();
    }

    private Request deposit(SupportAuthor author, Submission submission, String name, String subject) {
        try {
            return requests.deposit(
                    submission.key(),
                    new NewRequest(author.scope(suppliers.organism()), author.id(), name, subject, name),
                    new SupportNumbers());
        } catch (NumbersExhausted e) {
            throw new SupportRefused(SupportRefused.Reason.NUMBERS_EXHAUSTED);
        }
    }

    private void attach(SupportAuthor author, Submission submission, Request request) {
        files.attach(
                submission.key(),
                author.owner(),
                submission.files(),
                rules(),
                0,
                request.id(),
                Direction.SENT,
                FILE,
                null);
    }

    /**
     * Writes an agent's answer to the request.
     *
     * @param number the request's number
     * @param agent the agent's login
     * @param answer checked against the task's form
     * @throws TaskRefused when it is empty
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void answer(String number, String agent, String answer) {
        if (answer.isBlank()) {
            throw new TaskRefused("Écrivez la réponse.");
        }
        Request request = requests.lock(number);
        rows.answer(request.id(), answer);
        exchange.add(request, 0, Actor.agent(agent), answer);
    }
}
