package org.navette.procedures;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.directory.Company;
import org.navette.engine.Phase;
import org.navette.engine.Processes;
import org.navette.files.AttachmentRules;
import org.navette.files.Direction;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.forms.Form;
import org.navette.forms.Forms;
import org.navette.procedures.process.ResponsibleProcess;
import org.navette.requests.Exchange;
import org.navette.requests.NewRequest;
import org.navette.requests.NumbersExhausted;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.navette.requests.Scope;
import org.navette.requests.Submission;
import org.navette.requests.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Demands to be recognised as responsible by an agent, on a file of proof (PROC-03): one at a time for a person. */
@Component
@Transactional
public class ResponsibleDemands {

    /** The form of a demand. */
    public static final String FORM = "procedures.responsible";

    /** The step of the files that are sent with it. */
    static final String PROOF = "proof";

    private final Requests requests;
    private final ResponsibleRows rows;
    private final Members members;
    private final Accounts accounts;
    private final HeadOffices headOffices;
    private final Forms forms;
    private final FileStore files;
    private final Processes processes;
    private final Exchange exchange;
    private final Timeline timeline;
    private final Clock clock;

    ResponsibleDemands(
            Requests requests,
            ResponsibleRows rows,
            Members members,
            Accounts accounts,
            HeadOffices headOffices,
            Forms forms,
            FileStore files,
            Processes processes,
            Exchange exchange,
            Timeline timeline,
            Clock clock) {
        this.requests = requests;
        this.rows = rows;
        this.members = members;
        this.accounts = accounts;
        this.headOffices = headOffices;
        this.forms = forms;
        this.files = files;
        this.processes = processes;
        this.exchange = exchange;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * A person's latest demand as their page shows it.
     *
     * @param thread what the agent wrote
     * @param sent proofs, by their names
     * @param received what the agent joined
     */
    public record Detail(
            Request request,
            ResponsibleDemand own,
            List<Exchange.Message> thread,
            List<StoredFile> sent,
            List<StoredFile> received,
            List<Timeline.Entry> timeline,
            Instant now) {

        /** True while an agent has not decided. */
        public boolean isOpen() {
            return request.phase() == Phase.WITH_US;
        }
    }

    /** The person's latest demand that they have not withdrawn. */
    @Transactional(readOnly = true)
    public Optional<Detail> latest(Office office) {
        return find(office).map(request -> {
            List<StoredFile> all = files.of(request.id());
            return new Detail(
                    request,
                    rows.get(request.id()),
                    exchange.of(request.id()),
                    all.stream()
                            .filter(file -> Direction.SENT.name().equals(file.direction()))
                            .toList(),
                    all.stream()
                            .filter(file -> Direction.RECEIVED.name().equals(file.direction()))
                            .toList(),
                    timeline.forPartners(request.id()),
                    clock.instant());
        });
    }

    /** A file that the agent has joined to the person's latest demand. */
    @Transactional(readOnly = true)
    public Optional<StoredFile> received(Office office, UUID file) {
        return find(office)
                .flatMap(request -> files.find(request.id(), file))
                .filter(found ->
                        Direction.RECEIVED.name().equals(found.direction()) && found.readable(clock.instant()));
    }

    /** What may be sent as a proof: what may be sent with a request. */
    public AttachmentRules rules(Office office) {
        return files.rules(Documents.CONTEXT, office.organism());
    }

    /** Whose uploads the proofs are: the person's alone, not the company's. */
    public String owner(Office office) {
        return ResponsibleDemand.ESPACE + ":" + office.account();
    }

    /**
     * Sends a demand; the same one sent twice counts once.
     *
     * @return its number
     * @throws Refused when one waits already, no file is there, or no number is left
     * @throws org.navette.forms.InvalidAnswers when an answer is wrong
     * @throws org.navette.files.RefusedFile when a file cannot be bound
     * @throws java.util.NoSuchElementException when the person is responsible already, or the company is not known
     */
    public String ask(Office office, Submission submission) {
        Optional<String> earlier = requests.submitted(submission.key(), office.account(), Requests.DEPOSIT);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        // of two at once one waits here, and then finds the other's
        Member member = members.lock(office.account()).orElseThrow();
        Company company = headOffices.claimed(member).orElseThrow();
        if (find(office).filter(request -> request.phase() == Phase.WITH_US).isPresent()) {
            throw new Refused(Refused.Reason.ALREADY_ASKED);
        }
        // the version that the person saw, so that a deployment in the meantime takes nothing from them
        Form form = forms.version(FORM, submission.formDefinitionId());
        Map<String, Object> answers = forms.check(form, submission.answers(), Map.of());
        if (submission.files().isEmpty()) {
            throw new Refused(Refused.Reason.PROOF_MISSING);
        }
        Account person = accounts.find(office.account()).orElseThrow();
        Request request = number(office, submission.key());
        rows.insert(new ResponsibleDemand(
                request.id(),
                company.id(),
                member.civility(),
                person.lastName(),
                person.firstName(),
                person.email(),
                member.phone(),
                form.definitionId(),
                answers,
                null,
                null));
        files.attach(
                submission.key(),
                owner(office),
                submission.files(),
                rules(office),
                0,
                request.id(),
                Direction.SENT,
                PROOF,
                null);
        office.actor().doing(() -> {
            requests.start(request, ResponsibleProcess.ID);
            return null;
        });
        return request.number();
    }

    /**
     * Withdraws the demand that waits; does nothing when there is none.
     *
     * @throws Refused when an agent has just decided
     */
    public void withdraw(Office office) {
        lockOpen(office).ifPresent(request -> withdraw(office, request));
    }

    void withdraw(Office office, Request request) {
        try {
            office.actor().doing(() -> {
                processes.correlate(ResponsibleProcess.WITHDRAWN, request.number(), Map.of());
                return null;
            });
        } catch (Processes.NotWaiting e) {
            throw new Refused(Refused.Reason.ALREADY_DECIDED);
        }
    }

    /** The demand that waits for an agent, held until the end of the transaction. */
    Optional<Request> lockOpen(Office office) {
        return find(office)
                .map(request -> requests.lock(scope(office), request.number()))
                .filter(request -> request.phase() == Phase.WITH_US);
    }

    private Optional<Request> find(Office office) {
        return rows.latest(office.account()).flatMap(number -> requests.find(scope(office), number));
    }

    /** The person's alone, whichever company they come to belong to. */
    private static Scope scope(Office office) {
        return new Scope(ResponsibleDemand.ESPACE, office.organism(), office.account());
    }

    private Request number(Office office, UUID key) {
        try {
            return requests.deposit(
                    key,
                    new NewRequest(
                            scope(office), office.account(), office.name(), ResponsibleDemand.SUBJECT, office.name()),
                    new Numbers());
        } catch (NumbersExhausted e) {
            throw new Refused(Refused.Reason.NUMBERS_EXHAUSTED);
        }
    }
}
