package org.navette.funding;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.navette.engine.Phase;
import org.navette.engine.Statuses;
import org.navette.funding.process.FundingProcess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A supplier's requests that agents have seen, searched (FUND-19): neither the incomplete ones nor the deleted ones. */
@Component
@Transactional(readOnly = true)
public class FundingSearch {

    /** How many are listed; who has more has to say what is looked for. */
    public static final int MOST = 500;

    /** The status of what a cancellation has superseded; it is a version's, no diagram has it. */
    public static final String SUPERSEDED = "superseded";

    static final String INCOMPLETE = "incomplete";

    static final String SUPERSEDED_LABEL = "Historisée";

    /** How many numbers are proposed while one is being typed. */
    private static final int PROPOSED = 10;

    private static final String SCOPE = " from request r join funding_request f on f.id = r.id where r.espace = ?"
            + " and r.organism_code = ? and r.structure_id = ? and r.phase <> 'CANCELLED'"
            + " and r.status_code <> 'incomplete'";

    /** The second condition is the exact one, the first one has an index of fragments. */
    private static final String NUMBER = " and r.search like ? and r.number like ?";

    private final JdbcClient jdbc;
    private final Statuses statuses;
    private final Clock clock;

    FundingSearch(JdbcClient jdbc, Statuses statuses, Clock clock) {
        this.jdbc = jdbc;
        this.statuses = statuses;
        this.clock = clock;
    }

    /**
     * What is looked for.
     *
     * @param number letters and digits, a part of the number; empty for all
     * @param type null for both
     * @param status a code of {@link #statuses}; empty for all
     * @param payment null for all
     * @param softwareTypes one of them; empty for all
     * @param from first day of the deposit; counts with {@code to} only
     * @param to last day
     */
    public record Criteria(
            String number,
            @Nullable RequestType type,
            String status,
            @Nullable PaymentState payment,
            List<String> softwareTypes,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        public Criteria {
            softwareTypes = List.copyOf(softwareTypes);
        }

        /** True when nothing is said. */
        public boolean isEmpty() {
            return number.isEmpty()
                    && type == null
                    && status.isEmpty()
                    && payment == null
                    && softwareTypes.isEmpty()
                    && from == null;
        }
    }

    /**
     * A line.
     *
     * @param declared excluding tax
     * @param canAdd true when documents are awaited
     */
    public record Row(
            String number,
            RequestType type,
            String editorNumber,
            String softwareType,
            Instant createdAt,
            String statusCode,
            String status,
            PaymentState payment,
            BigDecimal declared,
            boolean canAdd) {

        /** True for a version that a cancellation has superseded. */
        public boolean isSuperseded() {
            return statusCode.equals(SUPERSEDED);
        }
    }

    /**
     * What a search gives.
     *
     * @param more true when there are more than {@link #MOST}; then nothing is listed without a criterion, and the latest
     *     ones with one
     */
    public record Found(List<Row> rows, boolean more) {}

    /** The requests that the criteria fit, the latest first. */
    public Found search(Supplier supplier, Criteria criteria) {
        boolean superseded = criteria.status().equals(SUPERSEDED);
        List<Object> values = scope(supplier);
        var sql = new StringBuilder("select r.number, r.created_at, r.status_code, r.status_label, r.actions, f.type,"
                        + " f.editor_number, f.software_type, f.payment, f.declared")
                .append(SCOPE);
        if (!criteria.number().isEmpty()) {
            sql.append(NUMBER);
            values.addAll(like(criteria.number()));
        }
        if (criteria.type() != null) {
            sql.append(" and f.type = ?");
            values.add(criteria.type().name());
        }
        if (superseded) {
            sql.append(" and exists (select 1 from funding_amendment a where a.request_id = f.id"
                    + " and a.cause in ('CANCELLATION', 'RECOVERY'))");
        } else if (!criteria.status().isEmpty()) {
            sql.append(" and r.status_code = ?");
            values.add(criteria.status());
        }
        if (criteria.payment() != null) {
            sql.append(" and f.payment = ?");
            values.add(criteria.payment().name());
        }
        if (!criteria.softwareTypes().isEmpty()) {
            sql.append(" and f.software_type = any (?)");
            values.add(criteria.softwareTypes().toArray(String[]::new));
        }
        if (criteria.from() != null && criteria.to() != null) {
            sql.append(" and r.created_at >= ? and r.created_at < ?");
            values.add(at(criteria.from()));
            values.add(at(criteria.to().plusDays(1)));
        }
        values.add(MOST + 1);
        List<Row> rows = jdbc.sql(sql.append(" order by r.created_at desc, r.id desc limit ?")
                        .toString())
                .params(values)
                .query((row, index) -> row(row, superseded))
                .list();
        if (rows.size() <= MOST) {
            return new Found(rows, false);
        }
        return new Found(criteria.isEmpty() ? List.of() : rows.subList(0, MOST), true);
    }

    /** The latest numbers that have these letters and digits somewhere in them; ten at most. */
    public List<String> numbers(Supplier supplier, String part) {
        List<Object> values = scope(supplier);
        values.addAll(like(part));
        values.add(PROPOSED);
        return jdbc.sql("select r.number" + SCOPE + NUMBER + " order by r.created_at desc, r.id desc limit ?")
                .params(values)
                .query(String.class)
                .list();
    }

    /** The statuses that can be looked for, in the order of the diagram: code and words. */
    public Map<String, String> statuses() {
        Map<String, String> all = new LinkedHashMap<>();
        statuses.of(FundingProcess.ID).stream()
                .filter(status ->
                        status.phase() != Phase.CANCELLED && !status.code().equals(INCOMPLETE))
                .forEach(status -> all.putIfAbsent(status.code(), status.label()));
        all.put(SUPERSEDED, SUPERSEDED_LABEL);
        return all;
    }

    private static List<Object> scope(Supplier supplier) {
        return new ArrayList<>(List.of(FundingRequest.ESPACE, supplier.organism(), supplier.id()));
    }

    private static List<String> like(String part) {
        return List.of("%" + part.toLowerCase(Locale.ROOT) + "%", "%" + part.toUpperCase(Locale.ROOT) + "%");
    }

    private Timestamp at(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant());
    }

    private static Row row(ResultSet row, boolean superseded) throws SQLException {
        return new Row(
                row.getString("number"),
                RequestType.valueOf(row.getString("type")),
                row.getString("editor_number"),
                row.getString("software_type"),
                row.getTimestamp("created_at").toInstant(),
                superseded ? SUPERSEDED : row.getString("status_code"),
                superseded ? SUPERSEDED_LABEL : row.getString("status_label"),
                PaymentState.valueOf(row.getString("payment")),
                row.getBigDecimal("declared"),
                !superseded && List.of(row.getString("actions").split(",")).contains(FundingProcess.ADD));
    }
}
