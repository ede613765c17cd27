package org.navette.funding;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Runs of payments; the caller holds the run's row of the register when it writes. */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
class PaymentRows {

    private static final String PAYMENTS = "select p.*, r.number from funding_payment p"
            + " join request r on r.id = p.request_id where p.run_id = ? ";

    private final JdbcClient jdbc;

    PaymentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A run.
     *
     * @param file the file of transfers
     * @param executedOn the day that the bank carried it out; null until it is known
     */
    record Run(long id, UUID file, @Nullable LocalDate executedOn) {}

    /**
     * The payment of a request, to the account that the request was decided with.
     *
     * @param number the request's
     * @param holder of the account
     */
    record Payment(
            long requestId,
            String number,
            BigDecimal amount,
            String iban,
            String bic,
            String holder,
            PaymentState state) {}

    /** Holds the decided requests that no run has, in the order that everybody holds them in; their ids. */
    List<Long> hold(int most) {
        return jdbc.sql(
                        "select f.id from funding_request f join request r on r.id = f.id where f.decided_at is not null"
                                + " and f.payment = 'NONE' and f.holds and f.amount > 0 order by r.number limit ? for update of r")
                .param(most)
                .query(Long.class)
                .list();
    }

    /** Puts requests, which are held, into a run: those that are still to be paid. */
    void insert(long runId, List<Long> requests) {
        Long[] ids = requests.toArray(Long[]::new);
        jdbc.sql("insert into funding_payment_run (id) values (?)").param(runId).update();
        jdbc.sql("insert into funding_payment (run_id, request_id, amount, iban, bic, holder, state) select ?, f.id,"
                        + " f.amount, b.iban, b.bic, b.holder, 'UNDER_WAY' from funding_request f"
                        + " join funding_bank_details b on b.id = f.bank_id where f.id = any (?)"
                        + " and f.decided_at is not null and f.payment = 'NONE' and f.holds")
                .params(runId, ids)
                .update();
        jdbc.sql("update funding_request set payment = 'UNDER_WAY' where id in (select request_id from funding_payment"
                        + " where run_id = ?)")
                .param(runId)
                .update();
    }

    void file(long runId, UUID file) {
        jdbc.sql("update funding_payment_run set file_id = ? where id = ?")
                .params(file, runId)
                .update();
    }

    Run get(long id) {
        return jdbc.sql("select * from funding_payment_run where id = ?")
                .param(id)
                .query((row, index) -> new Run(
                        id, row.getObject("file_id", UUID.class), row.getObject("executed_on", LocalDate.class)))
                .single();
    }

    /** The payments of a run, by number. */
    List<Payment> payments(long runId) {
        return jdbc.sql(PAYMENTS + "order by r.number")
                .param(runId)
                .query(PaymentRows::payment)
                .list();
    }

    /** The next payments of a run that are not done. */
    List<Payment> underWay(long runId, int most) {
        return jdbc.sql(PAYMENTS + "and p.state = 'UNDER_WAY' order by r.number limit ?")
                .params(runId, most)
                .query(PaymentRows::payment)
                .list();
    }

    int left(long runId) {
        return jdbc.sql("select count(*) from funding_payment where run_id = ? and state = 'UNDER_WAY'")
                .param(runId)
                .query(Integer.class)
                .single();
    }

    void execute(long runId, LocalDate on, String by) {
        jdbc.sql("update funding_payment_run set executed_on = ?, executed_by = ? where id = ?")
                .params(Date.valueOf(on), by, runId)
                .update();
    }

    /** The money is sent; the caller holds the request's row. */
    void done(Payment payment, UUID notice) {
        jdbc.sql("update funding_payment set state = 'DONE', notice_id = ? where request_id = ?")
                .params(notice, payment.requestId())
                .update();
        jdbc.sql("update funding_request set payment = 'DONE' where id = ?")
                .param(payment.requestId())
                .update();
    }

    private static Payment payment(ResultSet row, int index) throws SQLException {
        return new Payment(
                row.getLong("request_id"),
                row.getString("number"),
                row.getBigDecimal("amount"),
                row.getString("iban"),
                row.getString("bic"),
                row.getString("holder"),
                PaymentState.valueOf(row.getString("state")));
    }
}
