package org.navette.funding;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.navette.directory.TypedDay;
import org.navette.engine.Processes;
import org.navette.engine.TaskRefused;
import org.navette.files.Direction;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.funding.PaymentRows.Payment;
import org.navette.funding.PaymentRows.Run;
import org.navette.funding.process.DecisionProcess;
import org.navette.funding.process.FundingProcess;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pays decided requests by runs: a file of transfers for the bank, then what the bank has done (FUND-17). Nothing is
 * transferred for a request whose amount is zero.
 */
@Component
@EnableConfigurationProperties(Debtor.class)
@Transactional(propagation = Propagation.MANDATORY)
public class PaymentRuns {

    /** The code of runs in the register of requests. */
    public static final String ESPACE = "funding-payment";

    /** The step of the file of transfers. */
    static final String FILE = "transfers";

    /** Few enough for a job of some seconds: each request gets a document. */
    static final int BATCH = 25;

    /** The most requests that one run pays. */
    static final int MOST = 2000;

    private final Register register;
    private final Requests requests;
    private final PaymentRows rows;
    private final FundingRows funding;
    private final FundingPapers papers;
    private final FileStore files;
    private final Processes processes;
    private final Debtor debtor;
    private final Clock clock;

    PaymentRuns(
            Register register,
            Requests requests,
            PaymentRows rows,
            FundingRows funding,
            FundingPapers papers,
            FileStore files,
            Processes processes,
            Debtor debtor,
            Clock clock) {
        this.register = register;
        this.requests = requests;
        this.rows = rows;
        this.funding = funding;
        this.papers = papers;
        this.files = files;
        this.processes = processes;
        this.debtor = debtor;
        this.clock = clock;
    }

    /**
     * Makes a run of the decided requests that none has; does nothing when there is none.
     *
     * @throws IllegalStateException when the configuration does not say who pays
     */
    public void open() {
        List<Long> due = rows.hold(MOST);
        if (due.isEmpty()) {
            return;
        }
        debtor.check();
        Request run = register.deposit(ESPACE, "Virement groupé", RunNumbers.PAYMENT);
        rows.insert(run.id(), due);
        List<Payment> payments = rows.payments(run.id());
        if (payments.isEmpty()) {
            throw new IllegalStateException("all that was to be paid was withdrawn at this moment");
        }
        StoredFile file = files.make(
                run.id(),
                Direction.INTERNAL,
                FILE,
                run.number() + ".xml",
                "application/xml",
                TransferFile.of(run.number(), LocalDateTime.now(clock), debtor, payments));
        rows.file(run.id(), file.id());
        register.start(run, DecisionProcess.PAYMENT);
    }

    /**
     * Writes the day on which the bank carried a run out.
     *
     * @param number the run's
     * @param agent the accountant's login
     * @param answers to the task's form, checked against it
     * @throws TaskRefused when the day is none, to come, or before the run
     */
    public void record(String number, String agent, Map<String, Object> answers) {
        Request request = requests.lock(number);
        LocalDate day = TypedDay.of(Objects.toString(answers.get("executedOn"), ""))
                .orElseThrow(() -> new TaskRefused("Indiquez la date d'exécution, au format jj/mm/aaaa."));
        if (day.isAfter(LocalDate.now(clock))) {
            throw new TaskRefused("La date d'exécution est à venir : terminez la tâche une fois le virement exécuté.");
        }
        LocalDate made = LocalDate.ofInstant(request.createdAt(), clock.getZone());
        if (day.isBefore(made)) {
            throw new TaskRefused("La date d'exécution précède la préparation du virement.");
        }
        rows.execute(request.id(), day, agent);
    }

    /**
     * Settles the next payments of a run, in one transaction with the engine's own step: each supplier gets a notice.
     *
     * @return how many are left
     */
    public int next(String number) {
        Run run = rows.get(requests.lock(number).id());
        for (Payment payment : rows.underWay(run.id(), BATCH)) {
            Request request = requests.lock(payment.number());
            FundingRequest own = funding.get(request.id());
            StoredFile notice = papers.notice(request, own, payment, Objects.requireNonNull(run.executedOn()));
            rows.done(payment, notice.id());
            // one that was cancelled after its money had been sent for waits for nothing
            if (own.holds()) {
                processes.correlate(FundingProcess.PAID, payment.number(), Map.of());
            }
        }
        return rows.left(run.id());
    }
}
