package org.navette.engine.rehearsal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.engine.rehearsal.Definitions.Definition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The instances that an applied package met, and how far each has come. */
@Component
class MoveRows {

    private static final int TOLD = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    MoveRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * An instance on its way.
     *
     * @param request its business key
     * @param back true when it returns
     */
    record Move(
            String instance,
            @Nullable String request,
            String from,
            String to,
            @Nullable String formsBefore,
            boolean back,
            int attempts) {}

    /** Notes all running instances of older versions of a diagram; returns how many. */
    int note(UUID rehearsal, Definition target) {
        return jdbc.sql("insert into model_move (rehearsal_id, instance_id, request, from_definition, from_version,"
                        + " to_definition, state) select :rehearsal, e.id_, e.business_key_, d.id_, d.version_, :target,"
                        + " 'WAITING' from act_re_procdef d join act_ru_execution e on e.proc_def_id_ = d.id_"
                        + " where d.key_ = :key and d.id_ <> :target and e.parent_id_ is null")
                .param("rehearsal", rehearsal)
                .param("target", target.id())
                .param("key", target.key())
                .update();
    }

    /** The next ones to be moved or brought back, in a fixed order. */
    List<Move> next(UUID rehearsal, int most) {
        return jdbc.sql("select instance_id, request, from_definition, to_definition, forms_before,"
                        + " state = 'RETURNING', attempts from model_move"
                        + " where rehearsal_id = ? and state in ('WAITING', 'RETURNING') order by instance_id limit ?")
                .params(rehearsal, most)
                .query((row, i) -> new Move(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBoolean(6),
                        row.getInt(7)))
                .list();
    }

    long left(UUID rehearsal) {
        return jdbc.sql("select count(*) from model_move where rehearsal_id = ? and state in ('WAITING', 'RETURNING')")
                .param(rehearsal)
                .query(Long.class)
                .single();
    }

    /** How a move ended. */
    void ended(UUID rehearsal, String instance, String state, @Nullable String why) {
        jdbc.sql("update model_move set state = :state, why = :why, at = :at"
                        + " where rehearsal_id = :rehearsal and instance_id = :instance")
                .param("rehearsal", rehearsal)
                .param("instance", instance)
                .param("state", state)
                .param("why", why)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** What forms the instance had, to be given back to it. */
    void forms(UUID rehearsal, String instance, @Nullable String forms) {
        jdbc.sql("update model_move set forms_before = ? where rehearsal_id = ? and instance_id = ?")
                .param(forms)
                .param(rehearsal)
                .param(instance)
                .update();
    }

    /** Somebody else was at it; it comes again. */
    void again(UUID rehearsal, String instance) {
        jdbc.sql("update model_move set attempts = attempts + 1 where rehearsal_id = ? and instance_id = ?")
                .params(rehearsal, instance)
                .update();
    }

    /** Sends back what has moved; returns how many. */
    int back(UUID rehearsal) {
        return jdbc.sql("update model_move set attempts = 0, state = case state when 'MOVED' then 'RETURNING'"
                        + " else 'STAYED' end, why = case state when 'MOVED' then why else 'le retour est venu avant' end"
                        + " where rehearsal_id = ? and state in ('MOVED', 'WAITING')")
                .param(rehearsal)
                .update();
    }

    /** Locks an instance's row until the end of the transaction; false when it is not to be moved any more. */
    boolean lock(UUID rehearsal, Move move) {
        return jdbc.sql("select state from model_move where rehearsal_id = ? and instance_id = ? for update")
                .params(rehearsal, move.instance())
                .query(String.class)
                .optional()
                .filter((move.back() ? "RETURNING" : "WAITING")::equals)
                .isPresent();
    }

    /** From which version to which instances were moved. */
    List<Pair> pairs(UUID rehearsal) {
        return jdbc.sql("select distinct from_definition as source, to_definition as target from model_move"
                        + " where rehearsal_id = ? and state = 'MOVED' order by 1, 2")
                .param(rehearsal)
                .query(Pair.class)
                .list();
    }

    /** Definition ids. */
    record Pair(String source, String target) {}

    /** Instances that began on versions of a deployment. */
    long begun(UUID rehearsal) {
        return jdbc.sql(
                        "select count(*) from model_rehearsal r join act_re_procdef d on d.deployment_id_ = r.deployment_id"
                                + " join act_ru_execution e on e.proc_def_id_ = d.id_ and e.parent_id_ is null where r.id = :id"
                                + " and not exists (select from model_move m where m.rehearsal_id = :id and m.instance_id = e.id_)")
                .param("id", rehearsal)
                .query(Long.class)
                .single();
    }

    Journal journal(UUID rehearsal) {
        List<Journal.Line> lines = jdbc.sql(
                        """
                        select split_part(from_definition, ':', 1), from_version,
                               count(*) filter (where state = 'WAITING'), count(*) filter (where state = 'MOVED'),
                               count(*) filter (where state = 'STAYED'), count(*) filter (where state = 'ENDED'),
                               count(*) filter (where state = 'RETURNING'), count(*) filter (where state = 'RETURNED'),
                               count(*) filter (where state = 'KEPT')
                          from model_move where rehearsal_id = ? group by 1, 2 order by 1, 2 desc
                        """)
                .param(rehearsal)
                .query((row, i) -> new Journal.Line(
                        row.getString(1),
                        row.getInt(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9)))
                .list();
        List<Journal.Stayed> stayed = jdbc.sql("select request, instance_id, why from model_move where rehearsal_id = ?"
                        + " and state in ('STAYED', 'KEPT') order by request, instance_id limit ?")
                .params(rehearsal, TOLD)
                .query((row, i) -> new Journal.Stayed(row.getString(1), row.getString(2), row.getString(3)))
                .list();
        return new Journal(lines, stayed);
    }
}
