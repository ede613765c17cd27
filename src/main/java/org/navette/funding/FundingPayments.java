package org.navette.funding;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What has been decided and paid for a dossier, as its supplier follows it (FUND-17, FUND-20). */
@Component
@Transactional(readOnly = true)
public class FundingPayments {

    /** What every payment is for. */
    static final String OBJECT = "VERSE001";

    private final JdbcClient jdbc;

    FundingPayments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A line of the financial follow-up, with the ten columns of the guide.
     *
     * @param number the request's
     * @param object always {@code VERSE001}
     * @param decided the decided amount
     * @param validatedAt when the request was validated
     * @param sentAt when it was put into a run of payments; null before
     * @param paid equal to the decided amount; null until it is paid
     * @param effectiveOn the day that the bank carried it out; null before
     * @param notice id of the payment notice among the request's files; null before
     */
    public record Row(
            String number,
            String object,
            RequestType type,
            PaymentState state,
            BigDecimal decided,
            Instant validatedAt,
            @Nullable Instant sentAt,
            @Nullable BigDecimal paid,
            @Nullable LocalDate effectiveOn,
            @Nullable UUID notice) {}

    /**
     * The decided requests of a supplier's dossier, the advance first; nothing before the advance is decided.
     *
     * @param dossier {@link FundingRequest#dossier()}, which advance and balance share
     */
    public List<Row> of(Supplier supplier, String dossier) {
        return jdbc.sql("select r.number, f.type, f.payment, f.amount, f.validated_at, run.created_at as sent_at,"
                        + " p.amount as paid, pr.executed_on, p.state, p.notice_id from funding_request f"
                        + " join request r on r.id = f.id"
                        + " left join funding_payment p on p.request_id = f.id"
                        + " left join funding_payment_run pr on pr.id = p.run_id"
                        + " left join request run on run.id = p.run_id"
                        + " where f.supplier_id = ? and f.dossier = ? and f.decided_at is not null"
                        + " order by f.type, f.id")
                .params(supplier.id(), dossier)
                .query(FundingPayments::row)
                .list();
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        PaymentState state = PaymentState.valueOf(row.getString("payment"));
        boolean done = state == PaymentState.DONE;
        Timestamp sent = row.getTimestamp("sent_at");
        return new Row(
                row.getString("number"),
                OBJECT,
                RequestType.valueOf(row.getString("type")),
                state,
                row.getBigDecimal("amount"),
                row.getTimestamp("validated_at").toInstant(),
                sent == null ? null : sent.toInstant(),
                done ? row.getBigDecimal("paid") : null,
                done ? row.getObject("executed_on", LocalDate.class) : null,
                row.getObject("notice_id", UUID.class));
    }
}
