package org.navette.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.navette.engine.Phase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The list of a scope's requests. Pages are numbered within a depth of 10,000 rows and the total is counted up to
 * 1,000, so that a page costs the same with a hundred requests and a million.
 */
@Component
public class History {

    private static final int COUNTED = 1_000;

    /** Rows of an export that are in memory at once. */
    private static final int FETCHED = 500;

    /** A number of the partners (PART-11) as people copy it: "n° 26 331 00041". */
    private static final Pattern WRITTEN_NUMBER = Pattern.compile("(?:n[°o]? ?)?((?:\\d ?){9}\\d)");

    /** Words of a search that count; nobody types more to find a person. */
    private static final int WORDS = 6;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate rowByRow;
    private final Clock clock;

    History(JdbcClient jdbc, DataSource database, Clock clock) {
        this.jdbc = jdbc;
        JdbcTemplate fetching = new JdbcTemplate(database);
        fetching.setFetchSize(FETCHED);
        this.rowByRow = new NamedParameterJdbcTemplate(fetching);
        this.clock = clock;
    }

    /**
     * One page.
     *
     * @param scope what the person may see
     * @param filter what they look for
     * @param sort by what, and which way
     * @param page from 1; beyond the depth the last page within it is given
     * @param size rows a page
     */
    public ListPage<Row> page(Scope scope, Filter filter, Sort sort, int page, int size) {
        var where = new Where(scope, filter, clock.getZone());
        int total = jdbc.sql("select count(*) from (select 1 from request where " + where.sql + where.countedAlong
                        + " limit " + (COUNTED + 1) + ") counted")
                .params(where.params)
                .query(Integer.class)
                .single();
        int shown = ListPage.nearest(page, size, total, total > COUNTED);
        String way = sort.descending() ? " desc" : "";
        // few rows are found by their text and then put in order; walking in that order would read all that do not fit
        String found = where.hasText && total <= COUNTED
                ? "(select * from request where " + where.sql + " offset 0) found"
                : "request where " + where.sql;
        List<Row> rows = jdbc.sql("select id, number, subject, person, author_name, status_code, status_label, phase,"
                        + " created_at from " + found + " order by " + sort.by().column + way + ", id"
                        + way + " limit " + (size + 1) + " offset " + (shown - 1) * size)
                .params(where.params)
                .query(History::row)
                .list();
        boolean more = rows.size() > size;
        return new ListPage<>(
                more ? rows.subList(0, size) : rows, shown, size, Math.min(total, COUNTED), total > COUNTED, more);
    }

    /**
     * All that is looked for, row by row, however many.
     *
     * @param each called with each row while the rows are read
     */
    @Transactional(readOnly = true)
    public void each(Scope scope, Filter filter, Sort sort, Consumer<Row> each) {
        var where = new Where(scope, filter, clock.getZone());
        String way = sort.descending() ? " desc" : "";
        rowByRow.query(
                "select number, subject, person, author_name, status_code, status_label, phase, created_at from request"
                        + " where " + where.sql + " order by " + sort.by().column + way + ", id" + way,
                where.params,
                row -> {
                    each.accept(row(row, 0));
                });
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getString("number"),
                row.getString("subject"),
                row.getString("person"),
                row.getString("author_name"),
                row.getString("status_code"),
                row.getString("status_label"),
                Phase.valueOf(row.getString("phase")),
                row.getTimestamp("created_at").toInstant());
    }

    /** What the list can be ordered by. */
    public enum By {
        DATE("created_at"),
        SUBJECT("subject collate \"fr-x-icu\""),
        STATUS("status_label collate \"fr-x-icu\""),
        PERSON("coalesce(person, '') collate \"fr-x-icu\""),
        AUTHOR("author_name collate \"fr-x-icu\"");

        private final String column;

        By(String column) {
            this.column = column;
        }
    }

    /** By what, and which way. */
    public record Sort(By by, boolean descending) {}

    /**
     * What is looked for; every part may be absent. The days are inclusive.
     *
     * @param text words, each found anywhere in number and person, whatever the case, the accents and the order
     */
    public record Filter(
            @Nullable String statusCode,
            @Nullable String subject,
            @Nullable UUID author,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String text) {

        /** Looks for everything. */
        public static final Filter NONE = new Filter(null, null, null, null, null, null);

        /** What no request fits: no status has an empty code. */
        public static final Filter NOTHING = new Filter("", null, null, null, null, null);
    }

    /** One request in the list. */
    public record Row(
            String number,
            String subject,
            @Nullable String person,
            String author,
            String statusCode,
            String statusLabel,
            Phase phase,
            Instant createdAt) {}

    private static final class Where {

        private final StringBuilder sql = new StringBuilder(
                "espace = :espace and organism_code = :organism and structure_id = :structure and phase <> 'CANCELLED'");
        private final Map<String, Object> params = new java.util.HashMap<>();

        /** Without an order the planner may read the whole table; a text has an index of its own, which has none. */
        private final String countedAlong;

        private final boolean hasText;

        private Where(Scope scope, Filter filter, java.time.ZoneId zone) {
            params.put("espace", scope.espace());
            params.put("organism", scope.organism());
            params.put("structure", scope.structure());
            and("status_code = :status", "status", filter.statusCode());
            and("subject = :subject", "subject", filter.subject());
            and("author_id = :author", "author", filter.author());
            and("created_at >= :from", "from", startOf(filter.from(), zone));
            and(
                    "created_at < :to",
                    "to",
                    startOf(filter.to() == null ? null : filter.to().plusDays(1), zone));
            String text = SearchText.of(filter.text());
            Matcher number = WRITTEN_NUMBER.matcher(text);
            hasText = !text.isEmpty();
            countedAlong = hasText ? "" : " order by created_at, id";
            if (number.matches()) {
                // every number holds the fragments of every other: looking for it anywhere would read most of the index
                and("number = :number", "number", number.group(1).replace(" ", ""));
                return;
            }
            String[] words = text.isEmpty() ? new String[0] : text.split(" ", WORDS + 1);
            for (int i = 0; i < Math.min(words.length, WORDS); i++) {
                and("search like :word" + i, "word" + i, "%" + escaped(words[i]) + "%");
            }
        }

        private void and(String condition, String name, @Nullable Object value) {
            if (value != null) {
                sql.append(" and ").append(condition);
                params.put(name, value);
            }
        }

        private static java.sql.@Nullable Timestamp startOf(@Nullable LocalDate day, java.time.ZoneId zone) {
            return day == null
                    ? null
                    : java.sql.Timestamp.from(day.atStartOfDay(zone).toInstant());
        }

        private static String escaped(String text) {
            return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        }
    }
}
