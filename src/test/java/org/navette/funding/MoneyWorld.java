package org.navette.funding;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.navette.directory.Couloir;
import org.navette.engine.Processes;
import org.navette.funding.FundingWorld.Enrolled;
import org.navette.funding.process.FundingProcess;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests that are validated, decided and paid, as tests need them. */
@TestComponent
public class MoneyWorld {

    private final ImportWorld imports;
    private final PayingAgency agency;
    private final Processes processes;
    private final FundingDecisions decisions;
    private final PaymentRuns runs;
    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    MoneyWorld(
            ImportWorld imports,
            PayingAgency agency,
            Processes processes,
            FundingDecisions decisions,
            PaymentRuns runs,
            RuntimeService runtime,
            ManagementService jobs,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.agency = agency;
        this.processes = processes;
        this.decisions = decisions;
        this.runs = runs;
        this.runtime = runtime;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Forgets what other tests have left to be decided in a couloir and to be paid, and leaves so much in its envelope. */
    public void fresh(Couloir couloir, String remaining) {
        jdbc.sql("update funding_request set holds = false where validated_at is not null and payment = 'NONE'"
                        + " and (couloir = ? or decided_at is not null)")
                .param(couloir.name())
                .update();
        jdbc.sql("update funding_decision set open = false where couloir = ?")
                .param(couloir.name())
                .update();
        jdbc.sql("insert into funding_envelope (couloir, year, amount) values (?, ?, ?) on conflict (couloir, year)"
                        + " do update set amount = funding_envelope.committed + excluded.amount")
                .params(couloir.name(), year(), new BigDecimal(remaining))
                .update();
    }

    /** Leaves so much in the envelope of a couloir. */
    public void remain(Couloir couloir, BigDecimal remaining) {
        jdbc.sql("update funding_envelope set amount = committed + ? where couloir = ? and year = ?")
                .params(remaining, couloir.name(), year())
                .update();
    }

    /** Commits so much of a couloir's envelope. */
    public void promise(Couloir couloir, String amount) {
        jdbc.sql("update funding_envelope set committed = committed + ? where couloir = ? and year = ?")
                .params(new BigDecimal(amount), couloir.name(), year())
                .update();
    }

    /** Lets another batch of a couloir be opened beside the open one, with what is validated after. */
    public void closed(Couloir couloir) {
        jdbc.sql("update funding_decision set open = false where couloir = ?")
                .param(couloir.name())
                .update();
    }

    /** The year that is decided in. */
    public int year() {
        return java.time.LocalDate.now(java.time.ZoneId.of("Europe/Paris")).getYear();
    }

    /** What is left in the envelope of a couloir. */
    public BigDecimal remaining(Couloir couloir) {
        return jdbc.sql("select amount - committed from funding_envelope where couloir = ? and year = ?")
                .params(couloir.name(), year())
                .query(BigDecimal.class)
                .single();
    }

    /** An advance with all its documents, validated; its number. */
    public String validated(Enrolled enrolled, Couloir couloir) {
        return validate(imports.advance(enrolled, couloir));
    }

    /** As many advances of one file, validated, oldest first. */
    public List<String> validated(Enrolled enrolled, Couloir couloir, int count) {
        SampleFile file =
                ImportWorld.file(enrolled, RequestType.ADVANCE, couloir).times(count);
        return imports.load(enrolled, file).stream()
                .map(outcome -> validate(outcome.number()))
                .toList();
    }

    /** Completes and validates a request. */
    public String validate(String number) {
        transaction.executeWithoutResult(status -> processes.correlate(FundingProcess.COMPLETED, number, Map.of()));
        agency.decide(number, Map.of("outcome", "VALIDATED"));
        return number;
    }

    /** Opens the batches; the number of a couloir's. */
    public String batch(Couloir couloir) {
        transaction.executeWithoutResult(status -> decisions.open());
        return jdbc.sql("select r.number from funding_decision d join request r on r.id = d.id where d.open"
                        + " and d.couloir = ?")
                .param(couloir.name())
                .query(String.class)
                .single();
    }

    /** The supervisor decides on a batch, all jobs of it included; returns how many there were. */
    public int decide(String batch, Map<String, Object> answers) {
        agency.decide(agency.supervisor(), batch, answers);
        return run(batch);
    }

    /** A decided advance of a new batch. */
    public String decided(Enrolled enrolled, Couloir couloir) {
        String number = validated(enrolled, couloir);
        decide(batch(couloir), Map.of("choice", "FITTING"));
        return number;
    }

    /** Makes a run of payments; its number. */
    public String payment() {
        transaction.executeWithoutResult(status -> runs.open());
        return jdbc.sql(
                        "select r.number from funding_payment_run p join request r on r.id = p.id order by r.id desc limit 1")
                .query(String.class)
                .single();
    }

    /** The accountant says when a run was carried out, all jobs of it included. */
    public void execute(String run, String day) {
        agency.decide(agency.accountant(), run, Map.of("executedOn", day));
        run(run);
    }

    /** Runs the jobs of what has this number, which no job executor does in tests; returns how many there were. */
    public int run(String number) {
        int done = 0;
        for (List<Job> due = jobs(number); !due.isEmpty(); due = jobs(number)) {
            due.forEach(job -> jobs.executeJob(job.getId()));
            done += due.size();
        }
        return done;
    }

    private List<Job> jobs(String number) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                .flatMap(instance ->
                        jobs.createJobQuery().processInstanceId(instance.getId()).messages().list().stream())
                .toList();
    }

    /** A value of a request's own row. */
    public <T> T own(String number, String column, Class<T> type) {
        return jdbc.sql("select f." + column
                        + " from funding_request f join request r on r.id = f.id where r.number = ?")
                .param(number)
                .query(type)
                .single();
    }
}
