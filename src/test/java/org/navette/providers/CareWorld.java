package org.navette.providers;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.navette.directory.CareEstablishment;
import org.navette.files.Direction;
import org.navette.files.FileStore;
import org.navette.files.SamplePdf;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Files that establishments follow, written as rows: what they look like counts here, not how they came to it. */
@TestComponent
public class CareWorld {

    /** Ranks that no registration of a test comes to. */
    private static final AtomicInteger RANKS = new AtomicInteger(500_000);

    private static final Map<String, String> AGREEMENTS = Map.of(
            "received", "Reçue",
            "granted", "Accordée",
            "partly-granted", "Accordée partiellement",
            "refused", "Refusée",
            "returned", "Retournée",
            "expired", "Expirée");

    private static final Map<String, String> FILES = Map.of(
            "processing", "En cours de traitement", "paid", "Payé", "returned", "Retourné", "cancelled", "Annulé");

    private final JdbcClient jdbc;
    private final FileStore files;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CareWorld(JdbcClient jdbc, FileStore files, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A request for prior agreement.
     *
     * @param granted null while it is not decided
     */
    public record Agreement(
            String cnssNumber,
            String beneficiary,
            LocalDate receivedOn,
            String requested,
            @Nullable String granted,
            String situation,
            LocalDate situationOn) {

        /** One that waits, received on a day. */
        public static Agreement waiting(String cnssNumber, String beneficiary, LocalDate day) {
            return new Agreement(cnssNumber, beneficiary, day, "1500.00", null, "received", day);
        }

        /** The same, decided a day later. */
        public Agreement decided(String situation, String amount, @Nullable String granted) {
            return new Agreement(
                    cnssNumber, beneficiary, receivedOn, amount, granted, situation, receivedOn.plusDays(1));
        }
    }

    /**
     * A reimbursement file; what is paid is all that is billed.
     *
     * @param agreement number of its prior agreement; null for none
     * @param reasons of a return
     */
    public record Bill(
            String cnssNumber,
            String beneficiary,
            LocalDate depositedOn,
            String billed,
            String situation,
            @Nullable String agreement,
            @Nullable String reasons) {

        /** One in treatment, deposited on a day. */
        public static Bill of(String cnssNumber, String beneficiary, LocalDate day, String billed) {
            return new Bill(cnssNumber, beneficiary, day, billed, "processing", null, null);
        }

        public Bill with(String agreement) {
            return new Bill(cnssNumber, beneficiary, depositedOn, billed, situation, agreement, reasons);
        }

        public Bill is(String situation, @Nullable String reasons) {
            return new Bill(cnssNumber, beneficiary, depositedOn, billed, situation, agreement, reasons);
        }
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Writes a request for prior agreement; returns its number. */
    public String agreement(CareEstablishment clinic, Agreement it) {
        String number = "PEC-%d-%06d".formatted(it.receivedOn().getYear(), RANKS.incrementAndGet());
        long id = request(clinic, "providers-pec", number);
        jdbc.sql("insert into prior_agreement (id, number, establishment_id, cnss_number, beneficiary, received_on,"
                        + " requested, granted, situation, situation_label, situation_on)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        number,
                        clinic.id(),
                        it.cnssNumber(),
                        it.beneficiary(),
                        Date.valueOf(it.receivedOn()),
                        new BigDecimal(it.requested()),
                        it.granted() == null ? null : new BigDecimal(it.granted()),
                        it.situation(),
                        AGREEMENTS.get(it.situation()),
                        Date.valueOf(it.situationOn()))
                .update();
        return number;
    }

    /** Writes why a request was refused or returned. */
    public void reasons(String number, String reasons) {
        jdbc.sql("update prior_agreement set reasons = ? where number = ?")
                .params(reasons, number)
                .update();
    }

    /** Gives a request a situation that the diagram does not have. */
    public void situation(String number, String code, String label) {
        jdbc.sql("update prior_agreement set situation = ?, situation_label = ? where number = ?")
                .params(code, label, number)
                .update();
    }

    /** Gives a request its decision as PDF. */
    public void decision(String number) {
        transaction.executeWithoutResult(status -> {
            long id = jdbc.sql("select id from prior_agreement where number = ?")
                    .param(number)
                    .query(Long.class)
                    .single();
            UUID file = files.make(
                            id,
                            Direction.RECEIVED,
                            "decision",
                            "decision-" + number + ".pdf",
                            "application/pdf",
                            SamplePdf.plain())
                    .id();
            jdbc.sql("update prior_agreement set decision_id = ? where id = ?")
                    .params(file, id)
                    .update();
        });
    }

    /** Writes a reimbursement file; returns its number. */
    public String file(CareEstablishment clinic, Bill it) {
        String number = "DR-%d-%07d".formatted(it.depositedOn().getYear(), RANKS.incrementAndGet());
        long id = request(clinic, "providers-dr", number);
        jdbc.sql("insert into reimbursement (id, number, establishment_id, cnss_number, beneficiary,"
                        + " prior_agreement_number, deposited_on, care_on, invoice, billed, situation, situation_label,"
                        + " situation_on, reasons, observation, holds) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " ?)")
                .params(
                        id,
                        number,
                        clinic.id(),
                        it.cnssNumber(),
                        it.beneficiary(),
                        it.agreement(),
                        Date.valueOf(it.depositedOn()),
                        Date.valueOf(it.depositedOn().minusDays(3)),
                        "F-" + number,
                        new BigDecimal(it.billed()),
                        it.situation(),
                        FILES.get(it.situation()),
                        Date.valueOf(it.depositedOn().plusDays(2)),
                        it.reasons(),
                        "Réglé sur " + number,
                        it.reasons() == null)
                .update();
        return number;
    }

    /**
     * Pays files by one transfer; returns its id.
     *
     * @param on the day that the bank carried it out; null while it has not
     */
    public long transfer(CareEstablishment clinic, @Nullable LocalDate on, String... numbers) {
        return Optional.ofNullable(transaction.execute(status -> pay(clinic, on, numbers)))
                .orElseThrow();
    }

    private long pay(CareEstablishment clinic, @Nullable LocalDate on, String... numbers) {
        Date day = on == null ? null : Date.valueOf(on);
        String number = "VCS-%d-%d".formatted(today().getYear(), RANKS.incrementAndGet());
        long run = request(clinic, "providers-payment", number);
        jdbc.sql("insert into provider_payment_run (id, executed_on, executed_by) values (?, ?, ?)")
                .params(run, day, on == null ? null : "comptable")
                .update();
        jdbc.sql("update reimbursement set approved = billed, approved_at = now() where number = any (?)")
                .param(numbers)
                .update();
        long transfer = jdbc.sql("insert into provider_transfer (run_id, establishment_id, amount, files, issued_on)"
                        + " select ?, ?, sum(approved), count(*), ? from reimbursement where number = any (?)"
                        + " returning id")
                .params(run, clinic.id(), day, numbers)
                .query(Long.class)
                .single();
        jdbc.sql("update reimbursement set transfer_id = ?, paid_on = ?,"
                        + " situation = case when ?::date is null then situation else 'paid' end,"
                        + " situation_label = case when ?::date is null then situation_label else 'Payé' end"
                        + " where number = any (?)")
                .params(transfer, day, day, day, numbers)
                .update();
        return transfer;
    }

    /** Makes a paid file one whose payment is not written yet, as in the moments after a run. */
    public void unsettle(String number) {
        jdbc.sql("update reimbursement set paid_on = null where number = ?")
                .param(number)
                .update();
    }

    private long request(CareEstablishment clinic, String espace, String number) {
        Timestamp now = Timestamp.from(Instant.now(clock));
        return jdbc.sql("insert into request (espace, number, organism_code, structure_id, author_id, author_name,"
                        + " subject, status_code, status_label, phase, actions, status_at, created_at, search)"
                        + " values (?, ?, ?, ?, ?, 'Agence', 'Soins', 'x', 'x', 'CLOSED', '', ?, ?, ?) returning id")
                .params(
                        espace,
                        number,
                        CnssAgency.ORGANISM,
                        clinic.id(),
                        UUID.randomUUID(),
                        now,
                        now,
                        number.toLowerCase())
                .query(Long.class)
                .single();
    }
}
