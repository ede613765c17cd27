package org.navette.providers;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.navette.RequestTraces;
import org.navette.directory.CareEstablishment;
import org.navette.providers.Insured.Person;
import org.navette.providers.Insured.Relation;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What agents register of establishments, and what becomes of it. */
@TestComponent
public class CareDesk extends RequestTraces {

    private static final AtomicInteger NUMBERS = new AtomicInteger(300_000_000);

    private final PriorAgreements agreements;
    private final Reimbursements files;
    private final Transfers transfers;
    private final PriorAgreementRows agreementRows;
    private final ReimbursementRows fileRows;
    private final InsuredRows insured;
    private final CnssAgency agency;
    private final TransactionTemplate transaction;
    private final ManagementService jobs;
    private final JdbcClient jdbc;
    private final Clock clock;

    CareDesk(
            PriorAgreements agreements,
            Reimbursements files,
            Transfers transfers,
            PriorAgreementRows agreementRows,
            ReimbursementRows fileRows,
            InsuredRows insured,
            CnssAgency agency,
            TransactionTemplate transaction,
            ManagementService jobs,
            JdbcClient jdbc,
            Clock clock) {
        this.agreements = agreements;
        this.files = files;
        this.transfers = transfers;
        this.agreementRows = agreementRows;
        this.fileRows = fileRows;
        this.insured = insured;
        this.agency = agency;
        this.transaction = transaction;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** An insured person with a spouse, whose rights are open since last year. Returns the N° CNSS. */
    public String insured() {
        return insured(today().minusYears(1), null);
    }

    /** The same with another period. */
    public String insured(LocalDate from, @Nullable LocalDate to) {
        String number = String.valueOf(NUMBERS.incrementAndGet());
        LocalDate born = LocalDate.of(1980, 5, 17);
        transaction.executeWithoutResult(status -> insured.save(
                number,
                "BE" + number.substring(3),
                List.of(
                        new Person(Relation.INSURED, "Alaoui", "Youssef", born, from, to),
                        new Person(Relation.SPOUSE, "Benchekroun", "Rim", born, from, to))));
        return number;
    }

    /** A prior agreement that an agent registers. Returns its number. */
    public String agreement(CareEstablishment clinic, String cnssNumber, String requested) {
        return register(new PriorAgreements.New(clinic.inpe(), cnssNumber, "", today(), new BigDecimal(requested)));
    }

    public String register(PriorAgreements.New it) {
        String agent = agency.agent();
        return transaction.execute(status -> agreements.register(agent, it));
    }

    /** One that is granted whole, for care until the day in a month. */
    public String granted(CareEstablishment clinic, String cnssNumber, String amount) {
        String number = agreement(clinic, cnssNumber, amount);
        agency.decide(
                number,
                Map.of("outcome", "GRANTED", "validUntil", today().plusDays(30).toString()));
        return number;
    }

    /** A reimbursement file with an invoice of its own. Returns its number. */
    public String file(CareEstablishment clinic, String cnssNumber, String agreement, String billed) {
        return register(new Reimbursements.New(
                clinic.inpe(),
                cnssNumber,
                "",
                agreement,
                today(),
                today(),
                "F-" + UUID.randomUUID(),
                new BigDecimal(billed)));
    }

    public String register(Reimbursements.New it) {
        String agent = agency.agent();
        return transaction.execute(status -> files.register(agent, it));
    }

    /** An agent approves an amount. */
    public void approve(String number, String amount) {
        agency.decide(number, Map.of("outcome", "APPROVED", "approved", new BigDecimal(amount)));
    }

    /** A run of all that is approved by today. Returns its number. */
    public String run() {
        String accountant = agency.accountant();
        return transaction.execute(status -> transfers.open(accountant, today()));
    }

    /** Pays the files of a run that the bank has carried out, as the job executor does. */
    public void settle(String run) {
        for (List<Job> due = due(run); !due.isEmpty(); due = due(run)) {
            due.forEach(job -> jobs.executeJob(job.getId()));
        }
    }

    private List<Job> due(String run) {
        return instances(run) == 0
                ? List.of()
                : jobs.createJobQuery()
                        .processInstanceId(instance(run))
                        .messages()
                        .list();
    }

    /** What a run gives an establishment; null when it gives nothing. */
    public @Nullable BigDecimal transferred(String run, CareEstablishment clinic) {
        return jdbc.sql("select t.amount from provider_transfer t join request r on r.id = t.run_id where r.number = ?"
                        + " and t.establishment_id = ?")
                .params(run, clinic.id())
                .query(BigDecimal.class)
                .optional()
                .orElse(null);
    }

    /** A file of an establishment that was paid by a transfer; the transfer's id. */
    public long issued(CareEstablishment clinic, String cnssNumber) {
        String file = file(clinic, cnssNumber, "", "100");
        approve(file, "100");
        String run = run();
        agency.decide(agency.accountant(), run, Map.of("executedOn", today().toString()));
        return jdbc.sql("select id from provider_transfer where run_id = ? and establishment_id = ?")
                .params(id(run), clinic.id())
                .query(Long.class)
                .single();
    }

    Insured known(String cnssNumber) {
        return insured.byCnssNumber(cnssNumber).orElseThrow();
    }

    PriorAgreement agreement(String number) {
        return agreementRows.get(id(number));
    }

    Reimbursement file(String number) {
        return fileRows.get(id(number));
    }

    /** What is searched: the code and the words of its situation. */
    public String situation(String number) {
        return jdbc.sql("select situation || ' ' || situation_label from prior_agreement where number = ? union all"
                        + " select situation || ' ' || situation_label from reimbursement where number = ?")
                .params(number, number)
                .query(String.class)
                .single();
    }

    /** What is left of a prior agreement. */
    public BigDecimal left(String number) {
        return agreement(number).left();
    }

    /** Why a file is returned or cancelled. */
    public String reasons(String number) {
        return String.valueOf(file(number).reasons());
    }

    public @Nullable LocalDate paidOn(String number) {
        return jdbc.sql("select paid_on from reimbursement where number = ?")
                .param(number)
                .query((row, index) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .orElse(null);
    }
}
