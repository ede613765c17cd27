package org.navette.engine.rehearsal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts running instances by version and situation, in one query: no instance is loaded. */
@Component
class Situations {

    /**
     * What an execution holds, a line for each: its place, its event subscriptions, its jobs, its local variables. A timer
     * names the event that it fires; a task's time-out names the task and the listener.
     */
    private static final String GROUPED =
            """
            with executions as (
                select * from act_ru_execution where %s
            ), parts as (
                select proc_inst_id_ as instance,
                       case when is_event_scope_ then 'past' when is_active_ then 'place' else 'scope' end
                       || '|' || coalesce(act_id_, '') || '|' || concat_ws(',', is_concurrent_, is_scope_) as part
                  from executions where act_id_ is not null
                union all
                select e.proc_inst_id_, case when s.event_type_ = 'compensate' then 'past' else 'wait' end
                       || '|' || s.activity_id_ || '|' || s.event_type_ || ' ' || coalesce(s.event_name_, '')
                  from act_ru_event_subscr s join executions e on e.id_ = s.execution_id_
                union all
                select e.proc_inst_id_,
                       case when j.handler_type_ = 'timer-task-listener' then 'timeout|' || j.handler_cfg_
                            when j.type_ = 'timer' then 'wait|' || coalesce(d.act_id_, '')
                            else 'job|' || coalesce(j.handler_cfg_, '') end || '|' || j.handler_type_
                  from act_ru_job j join executions e on e.id_ = j.execution_id_
                  left join act_ru_jobdef d on d.id_ = j.job_def_id_
                union all
                select e.proc_inst_id_, 'local|' || v.name_ || '|' || coalesce(e.act_id_, '')
                  from act_ru_variable v join executions e on e.id_ = v.execution_id_ and e.parent_id_ is not null
            ), situations as (
                select instance, string_agg(part, E'\\n' order by part) as parts from parts group by instance
            )
            select x.proc_def_id_, parts, count(*), min(instance), max(instance)
              from situations join act_ru_execution x on x.id_ = instance
             group by 1, 2 order by 3 desc, 2
            """;

    private final JdbcClient jdbc;

    Situations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The situations of all running instances of these definitions, the most frequent first. */
    List<Situation> of(Collection<String> definitions) {
        return definitions.isEmpty() ? List.of() : read("proc_def_id_ in (:ids)", definitions);
    }

    /** The situations of the instances that a package has moved here from one version. */
    List<Situation> moved(UUID rehearsal, String from) {
        return jdbc.sql(GROUPED.formatted("proc_inst_id_ in (select instance_id from model_move"
                        + " where rehearsal_id = :rehearsal and from_definition = :from and state = 'MOVED')"))
                .param("rehearsal", rehearsal)
                .param("from", from)
                .query(Situations::situation)
                .list();
    }

    /** The situation of one instance; nothing when it has ended. */
    Optional<Situation> ofInstance(String instance) {
        return read("proc_inst_id_ in (:ids)", List.of(instance)).stream().findFirst();
    }

    private List<Situation> read(String which, Collection<String> ids) {
        return jdbc.sql(GROUPED.formatted(which))
                .param("ids", ids)
                .query(Situations::situation)
                .list();
    }

    private static Situation situation(ResultSet row, int i) throws SQLException {
        return Situation.of(row.getString(1), row.getString(2), row.getLong(3), row.getString(4), row.getString(5));
    }
}
