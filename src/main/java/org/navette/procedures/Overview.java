package org.navette.procedures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.navette.engine.Phase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The company's requests on its home page (PROC-04): four lists of what was sent, each with its number. */
@Component
public class Overview {

    /** Code of the status that refuses a request. */
    static final String REFUSED = "refused";

    /** Requests shown of each list. */
    private static final int SHOWN = 5;

    private final JdbcClient jdbc;

    Overview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a request is listed. */
    public enum Sort {
        PROCESSING("phase in ('WITH_US', 'WITH_PARTNER')"),
        TREATED("phase = 'RESOLVED'"),
        ABANDONED("phase = 'CLOSED' and status_code <> '" + REFUSED + "'"),
        REFUSED_ONES("phase = 'CLOSED' and status_code = '" + REFUSED + "'");

        private final String condition;

        Sort(String condition) {
            this.condition = condition;
        }
    }

    /**
     * One list.
     *
     * @param total how many there are, of which the latest are shown
     */
    public record Listed(Sort sort, int total, List<Row> rows) {}

    /**
     * One request.
     *
     * @param awaited true when something is asked of the company
     */
    public record Row(
            String number,
            String subject,
            String statusCode,
            String statusLabel,
            Instant statusAt,
            Instant createdAt,
            boolean awaited) {}

    /** The four lists, in order. */
    public List<Listed> of(Office office) {
        return List.of(Sort.values()).stream().map(sort -> listed(office, sort)).toList();
    }

    private Listed listed(Office office, Sort sort) {
        List<Listed> found = jdbc.sql("select number, subject, status_code, status_label, status_at, created_at, phase,"
                        + " count(*) over () as total from request where espace = ? and organism_code = ?"
                        + " and structure_id = ? and " + sort.condition
                        + " order by (phase = 'WITH_PARTNER') desc, created_at desc, id desc limit " + SHOWN)
                .params(Office.ESPACE, office.organism(), office.scope().structure())
                .query((row, n) -> new Listed(sort, row.getInt("total"), List.of(row(row))))
                .list();
        return new Listed(
                sort,
                found.isEmpty() ? 0 : found.get(0).total(),
                found.stream().flatMap(one -> one.rows().stream()).toList());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("number"),
                row.getString("subject"),
                row.getString("status_code"),
                row.getString("status_label"),
                row.getTimestamp("status_at").toInstant(),
                row.getTimestamp("created_at").toInstant(),
                Phase.valueOf(row.getString("phase")) == Phase.WITH_PARTNER);
    }
}
