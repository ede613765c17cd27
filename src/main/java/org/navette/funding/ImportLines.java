package org.navette.funding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.navette.forms.Json;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of each request of an imported file. */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
class ImportLines {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Json json;
    private final Clock clock;

    ImportLines(JdbcClient jdbc, JdbcTemplate template, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
        this.clock = clock;
    }

    /** Where a request of a file stands. */
    enum State {
        WAITING,
        KEPT,
        REJECTED
    }

    /**
     * A request of the file.
     *
     * @param rank in the file, from 1
     * @param number null unless it was kept
     * @param declaration what is to be deposited; null once it is, or when it is rejected
     */
    record Line(
            int rank,
            State state,
            @Nullable String number,
            @Nullable Declaration declaration,
            List<Finding> findings) {}

    /** Writes the lines of an import that begins. */
    void insert(long importId, List<Line> lines) {
        template.batchUpdate(
                "insert into funding_import_line (import_id, rank, state, declaration, findings)"
                        + " values (?, ?, ?, ?::jsonb, ?::jsonb)",
                lines.stream()
                        .map(line -> new Object[] {
                            importId,
                            line.rank(),
                            line.state().name(),
                            line.declaration() == null ? null : json.write(line.declaration()),
                            json.write(line.findings())
                        })
                        .toList());
    }

    /** The next requests to deposit, held until the transaction ends. */
    List<Line> waiting(long importId, int most) {
        return jdbc.sql("select * from funding_import_line where import_id = ? and state = 'WAITING' order by rank"
                        + " limit ? for update")
                .params(importId, most)
                .query(this::line)
                .list();
    }

    /** Those lines have been deposited, or turned down. */
    void settle(long importId, Line line, @Nullable String number, @Nullable Finding refusal) {
        List<Finding> findings = new ArrayList<>(line.findings());
        if (refusal != null) {
            findings.add(refusal);
        }
        jdbc.sql("update funding_import_line set state = ?, number = ?, declaration = null, findings = ?::jsonb"
                        + " where import_id = ? and rank = ?")
                .params(
                        (number == null ? State.REJECTED : State.KEPT).name(),
                        number,
                        json.write(findings),
                        importId,
                        line.rank())
                .update();
    }

    /** How many requests are still to be deposited; the import ends with the last. */
    int left(long importId) {
        int left = jdbc.sql("select count(*) from funding_import_line where import_id = ? and state = 'WAITING'")
                .param(importId)
                .query(Integer.class)
                .single();
        if (left == 0) {
            jdbc.sql("update funding_import set ended_at = ? where id = ? and ended_at is null")
                    .params(Timestamp.from(clock.instant()), importId)
                    .update();
        }
        return left;
    }

    /** All lines of an import that the caller may see, in the file's order: 200 at most. */
    List<Line> of(long importId) {
        return jdbc.sql("select * from funding_import_line where import_id = ? order by rank")
                .param(importId)
                .query(this::line)
                .list();
    }

    private Line line(ResultSet row, int index) throws SQLException {
        String declaration = row.getString("declaration");
        return new Line(
                row.getInt("rank"),
                State.valueOf(row.getString("state")),
                row.getString("number"),
                declaration == null ? null : json.read(declaration, Declaration.class),
                List.of(json.read(row.getString("findings"), Finding[].class)));
    }
}
