package org.navette.funding;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Couloir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A supplier's requests and their beneficiaries for export, read row by row (FUND-23). As in the search, neither the
 * incomplete ones nor the deleted ones.
 */
@Component
@Transactional(readOnly = true)
public class FundingExports {

    /** Rows that are in memory at once. */
    private static final int FETCHED = 500;

    private static final String REQUEST = "select r.number, f.type, r.status_label, r.status_at, f.software_type,"
            + " r.created_at, f.ordered_on, f.editor_number, f.payment, f.declared,"
            + " case when f.payment = 'DONE' then f.amount end as paid, pr.executed_on";

    private static final String PAYMENT = " left join funding_payment p on p.request_id = f.id and p.state = 'DONE'"
            + " left join funding_payment_run pr on pr.id = p.run_id";

    private static final String SCOPE = " where r.espace = ? and r.organism_code = ? and r.structure_id = ?"
            + " and r.phase <> 'CANCELLED' and r.status_code <> 'incomplete'";

    private final JdbcTemplate rowByRow;

    FundingExports(DataSource database) {
        rowByRow = new JdbcTemplate(database);
        rowByRow.setFetchSize(FETCHED);
    }

    /**
     * A request.
     *
     * @param declared excluding tax
     * @param paidOn the day of the payment; null until it is made
     * @param paid what was decided; null until it is paid
     */
    public record Line(
            String number,
            RequestType type,
            String status,
            Instant statusAt,
            String softwareType,
            Instant createdAt,
            LocalDate orderedOn,
            String editorNumber,
            PaymentState payment,
            @Nullable LocalDate paidOn,
            BigDecimal declared,
            @Nullable BigDecimal paid) {}

    /**
     * A beneficiary of a request.
     *
     * @param number of the kind that the couloir wants
     * @param company null for a natural person
     */
    public record BeneficiaryLine(
            Line request,
            String ansNumber,
            String number,
            String name,
            String email,
            String phone,
            @Nullable String company) {}

    /**
     * The requests of all couloirs in the order of their deposit.
     *
     * @param each called with each one while they are read
     */
    public void requests(Supplier supplier, Consumer<Line> each) {
        rowByRow.query(
                REQUEST + " from request r join funding_request f on f.id = r.id" + PAYMENT + SCOPE
                        + " order by r.created_at, r.id",
                row -> {
                    each.accept(line(row));
                },
                FundingRequest.ESPACE,
                supplier.organism(),
                supplier.id());
    }

    /**
     * The beneficiaries of the requests of a couloir, request by request.
     *
     * @param each called with each one while they are read
     */
    public void beneficiaries(Supplier supplier, Couloir couloir, Consumer<BeneficiaryLine> each) {
        rowByRow.query(
                REQUEST + ", f.ans_number, b.number as beneficiary, b.name, b.email, b.phone, b.company"
                        + " from funding_request f join request r on r.id = f.id"
                        + " join funding_beneficiary b on b.request_id = f.id" + PAYMENT + SCOPE
                        + " and f.supplier_id = r.structure_id and f.couloir = ? order by f.id, b.rank",
                row -> {
                    each.accept(new BeneficiaryLine(
                            line(row),
                            row.getString("ans_number"),
                            row.getString("beneficiary"),
                            row.getString("name"),
                            row.getString("email"),
                            row.getString("phone"),
                            row.getString("company")));
                },
                FundingRequest.ESPACE,
                supplier.organism(),
                supplier.id(),
                couloir.name());
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getString("number"),
                RequestType.valueOf(row.getString("type")),
                row.getString("status_label"),
                row.getTimestamp("status_at").toInstant(),
                row.getString("software_type"),
                row.getTimestamp("created_at").toInstant(),
                row.getObject("ordered_on", LocalDate.class),
                row.getString("editor_number"),
                PaymentState.valueOf(row.getString("payment")),
                row.getObject("executed_on", LocalDate.class),
                row.getBigDecimal("declared"),
                row.getBigDecimal("paid"));
    }
}
