package org.navette.providers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.navette.directory.Supervisor;
import org.navette.directory.TypedText;
import org.navette.portal.EntryWords;
import org.navette.providers.BulkReport.Problem;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was wrong with files that were not taken, kept for a day so that who has sent one can read and download it without
 * sending the file again. What stands in the wrong cells is personal data.
 */
@Component
@Transactional
public class BulkReports {

    /** How long one is kept. */
    static final Duration LIFE = Duration.ofHours(24);

    /** Rows that are in memory at once. */
    private static final int FETCHED = 500;

    private static final int LONGEST_VALUE = 100;

    private final JdbcClient jdbc;
    private final JdbcTemplate rowByRow;
    private final EntryWords words;
    private final Clock clock;

    BulkReports(JdbcClient jdbc, DataSource database, EntryWords words, Clock clock) {
        this.jdbc = jdbc;
        this.rowByRow = new JdbcTemplate(database);
        this.rowByRow.setFetchSize(FETCHED);
        this.words = words;
        this.clock = clock;
    }

    /** Keeps the problems of a file's lines. */
    @Transactional(propagation = Propagation.MANDATORY)
    UUID keep(Supervisor supervisor, BulkKind kind, String fileName, List<BulkLine> lines) {
        UUID id = UUID.randomUUID();
        List<Object[]> problems = new ArrayList<>();
        for (BulkLine line : lines) {
            line.problems()
                    .forEach((field, problem) -> problems.add(new Object[] {
                        id,
                        problems.size(),
                        line.number(),
                        kind.title(field),
                        value(line, field),
                        sentence(kind, field, problem)
                    }));
        }
        long wrong = lines.stream().filter(line -> !line.isGood()).count();
        jdbc.sql("insert into provider_import_report (id, kind, file_name, made_by, made_at, lines, wrong, problems)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        kind.name(),
                        fileName,
                        supervisor.login(),
                        Timestamp.from(clock.instant()),
                        lines.size(),
                        wrong,
                        problems.size())
                .update();
        rowByRow.batchUpdate(
                "insert into provider_import_problem (report_id, rank, line, title, value, problem)"
                        + " values (?, ?, ?, ?, ?, ?)",
                problems);
        return id;
    }

    private static String value(BulkLine line, String field) {
        String value = field.equals(BulkLine.WHOLE) ? "" : TypedText.shown(line.cell(field));
        return value.codePointCount(0, value.length()) > LONGEST_VALUE
                ? value.substring(0, value.offsetByCodePoints(0, LONGEST_VALUE)) + "…"
                : value;
    }

    private String sentence(BulkKind kind, String field, BulkLine.Problem problem) {
        String code =
                (field.equals(BulkLine.WHOLE) ? "providers.bulk" : kind.words()) + "." + field + "." + problem.word();
        return problem.other() == 0 ? words.of(code) : words.of(code, String.valueOf(problem.other()));
    }

    /** A report that the supervisor has caused, within the day. */
    @Transactional(readOnly = true)
    public Optional<BulkReport> find(Supervisor supervisor, UUID id) {
        return jdbc.sql("select * from provider_import_report where id = ? and made_by = ? and made_at >= ?")
                .params(id, supervisor.login(), expired())
                .query(BulkReports::report)
                .optional();
    }

    /** Its first problems, in the order of the lines. */
    @Transactional(readOnly = true)
    public List<Problem> problems(BulkReport report, int most) {
        return jdbc.sql("select * from provider_import_problem where report_id = ? order by rank limit ?")
                .params(report.id(), most)
                .query((row, index) -> problem(row))
                .list();
    }

    /** All of them. @param each called with each one while they are read */
    @Transactional(readOnly = true)
    public void problems(BulkReport report, Consumer<Problem> each) {
        rowByRow.query(
                "select * from provider_import_problem where report_id = ? order by rank",
                row -> {
                    each.accept(problem(row));
                },
                report.id());
    }

    /** Deletes the reports whose time is over. */
    public void purge() {
        jdbc.sql("delete from provider_import_report where made_at < ?")
                .param(expired())
                .update();
    }

    /** What was made before is not kept any more. */
    private Timestamp expired() {
        return Timestamp.from(clock.instant().minus(LIFE));
    }

    private static BulkReport report(ResultSet row, int index) throws SQLException {
        return new BulkReport(
                row.getObject("id", UUID.class),
                BulkKind.valueOf(row.getString("kind")),
                row.getString("file_name"),
                row.getTimestamp("made_at").toInstant(),
                row.getInt("lines"),
                row.getInt("wrong"),
                row.getInt("problems"));
    }

    private static Problem problem(ResultSet row) throws SQLException {
        return new Problem(
                row.getLong("line"), row.getString("title"), row.getString("value"), row.getString("problem"));
    }
}
