package org.navette.providers;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Runs of payments and their transfers; the caller holds the run's row of the register when it writes. */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
class TransferRows {

    private final JdbcClient jdbc;

    TransferRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What one establishment gets of a run. */
    record Transfer(long id, String inpe, String name, BigDecimal amount, int files) {}

    /**
     * Holds the approved files that no transfer has, oldest first; those that another run holds at this moment are left to
     * it. Their ids.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Long> hold(Instant approvedBefore, int most) {
        return jdbc.sql("select id from reimbursement where approved is not null and transfer_id is null and holds"
                        + " and approved_at < ? order by id limit ? for update skip locked")
                .params(Timestamp.from(approvedBefore), most)
                .query(Long.class)
                .list();
    }

    /** Puts files, which are held, into a run: one transfer for each establishment, the sum of its files. */
    @Transactional(propagation = Propagation.MANDATORY)
    void insert(long run, List<Long> files) {
        Long[] ids = files.toArray(Long[]::new);
        jdbc.sql("insert into provider_payment_run (id) values (?)").param(run).update();
        jdbc.sql("insert into provider_transfer (run_id, establishment_id, amount, files) select ?, establishment_id,"
                        + " sum(approved), count(*) from reimbursement where id = any (?) group by establishment_id")
                .params(run, ids)
                .update();
        jdbc.sql("update reimbursement f set transfer_id = t.id from provider_transfer t where t.run_id = ?"
                        + " and t.establishment_id = f.establishment_id and f.id = any (?)")
                .params(run, ids)
                .update();
    }

    List<Transfer> transfers(long run) {
        return jdbc.sql(
                        "select t.*, e.inpe, e.name from provider_transfer t"
                                + " join care_establishment e on e.id = t.establishment_id where t.run_id = ? order by e.name, t.id")
                .param(run)
                .query((row, index) -> new Transfer(
                        row.getLong("id"),
                        row.getString("inpe"),
                        row.getString("name"),
                        row.getBigDecimal("amount"),
                        row.getInt("files")))
                .list();
    }

    /** The day that the bank carried a run out; null until it is known. */
    @Nullable
    LocalDate executedOn(long run) {
        return jdbc.sql("select executed_on from provider_payment_run where id = ?")
                .param(run)
                .query((row, index) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .orElse(null);
    }

    void execute(long run, LocalDate on, String by) {
        jdbc.sql("update provider_payment_run set executed_on = ?, executed_by = ? where id = ?")
                .params(Date.valueOf(on), by, run)
                .update();
        jdbc.sql("update provider_transfer set issued_on = ? where run_id = ?")
                .params(Date.valueOf(on), run)
                .update();
    }

    /** The next files of a run whose payment is not settled; their numbers. */
    List<String> unsettled(long run, int most) {
        return jdbc.sql("select f.number from provider_transfer t join reimbursement f on f.transfer_id = t.id"
                        + " where t.run_id = ? and f.paid_on is null order by f.id limit ?")
                .params(run, most)
                .query(String.class)
                .list();
    }

    void paid(String number, LocalDate on) {
        jdbc.sql("update reimbursement set paid_on = ? where number = ?")
                .params(Date.valueOf(on), number)
                .update();
    }

    int left(long run) {
        return jdbc.sql("select count(*) from provider_transfer t join reimbursement f on f.transfer_id = t.id"
                        + " where t.run_id = ? and f.paid_on is null")
                .param(run)
                .query(Integer.class)
                .single();
    }
}
