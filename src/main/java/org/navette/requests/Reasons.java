package org.navette.requests;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.navette.engine.Decision;
import org.navette.engine.TableApplied;
import org.navette.forms.Json;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Why things went as they did: the decisions of tables, kept with the request that they were taken on. */
@Component
public class Reasons {

    private static final String COLUMNS =
            "request_id, at, act, table_id, table_name, version, definition_id, inputs, asked, rules";
    private static final String ROW = "select id, cast(? as timestamptz), cast(? as text), cast(? as text),"
            + " cast(? as text), cast(? as int), cast(? as text), cast(? as jsonb), cast(? as jsonb), cast(? as jsonb)"
            + " from request where number = ?";

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    Reasons(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A decision as it was taken.
     *
     * @param act what was being done, as people read it
     * @param table the table as its owners called it then
     * @param asked what its columns were asked, values as texts
     * @param rules those that decided; none when no rule of the table was true
     */
    public record Reason(Instant at, String act, String table, int version, List<Cell> asked, List<Rule> rules) {}

    /** A column with its value; an empty text where there was none. */
    public record Cell(String label, String value) {}

    /** A rule with what its owners wrote beside it, and what it said. */
    public record Rule(String id, String note, List<Cell> outputs) {}

    /** Keeps what tables have answered, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Request request, String act, List<Decision> decisions) {
        keep(request.number(), act, decisions);
    }

    /** A diagram has asked a table; an instance of no request keeps nothing. */
    @EventListener
    void keep(TableApplied applied) {
        keep(applied.businessKey(), "Suivi de la demande", List.of(applied.decision()));
    }

    private void keep(String number, String act, List<Decision> decisions) {
        if (decisions.isEmpty()) {
            return;
        }
        List<Object> values = new ArrayList<>();
        Timestamp now = Timestamp.from(clock.instant());
        for (Decision decision : decisions) {
            values.addAll(List.of(
                    now,
                    act,
                    decision.id(),
                    decision.name(),
                    decision.version(),
                    decision.definitionId(),
                    json.write(decision.inputs()),
                    json.write(cells(decision.asked())),
                    json.write(decision.rules().stream()
                            .map(rule -> new Rule(rule.id(), rule.note(), cells(rule.outputs())))
                            .toList()),
                    number));
        }
        jdbc.sql("insert into request_decision (" + COLUMNS + ") "
                        + String.join(" union all ", Collections.nCopies(decisions.size(), ROW)))
                .params(values)
                .update();
    }

    /** The decisions on a request, first one first. */
    List<Reason> of(long request) {
        return jdbc.sql("select at, act, table_name, version, asked, rules from request_decision"
                        + " where request_id = ? order by seq")
                .param(request)
                .query(this::reason)
                .list();
    }

    private Reason reason(ResultSet row, int index) throws SQLException {
        return new Reason(
                row.getTimestamp("at").toInstant(),
                row.getString("act"),
                row.getString("table_name"),
                row.getInt("version"),
                json.read(row.getString("asked"), new TypeReference<>() {}),
                json.read(row.getString("rules"), new TypeReference<>() {}));
    }

    private static List<Cell> cells(List<Decision.Cell> cells) {
        return cells.stream()
                .map(cell -> new Cell(Objects.toString(cell.label(), ""), text(cell.value())))
                .toList();
    }

    /** Days come out of a table as 12.0. */
    private static String text(@Nullable Object value) {
        return value instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue())
                ? String.valueOf(number.longValue())
                : Objects.toString(value, "");
    }
}
