package org.navette.faults;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many answered requests whose fifteen days end at the same moment: one that was lived, copied with all that it has. */
final class ManyTimers {

    private static final int FIRST_ID = 1_000_000;
    private static final List<String> OF_THE_PROCESS = List.of(
            "act_ru_execution",
            "act_ru_variable",
            "act_ru_event_subscr",
            "act_ru_job",
            "act_hi_procinst",
            "act_hi_actinst");
    private static final String COPIES = " from request where id > " + FIRST_ID;

    private final JdbcClient jdbc;

    ManyTimers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Copies an answered request.
     *
     * @param times how often
     * @param due when all the copies' exchanges end
     */
    void copy(int times, Instant due) {
        String number = jdbc.sql(
                        "select min(number) from request where espace = 'partners' and status_code = 'resolved'")
                .query(String.class)
                .single();
        String process = jdbc.sql("select proc_inst_id_ from act_hi_procinst where business_key_ = ?")
                .param(number)
                .query(String.class)
                .single();
        copyRow("request", "number = :number", number, times, ", 'id', " + FIRST_ID + " + n, 'number', 'T' || n");
        for (String table : List.of("partner_request", "request_timeline")) {
            String key = table.equals("partner_request") ? "id" : "request_id";
            copyRow(
                    table,
                    key + " = (select id from request where number = :number)",
                    number,
                    times,
                    ", '" + key + "', " + FIRST_ID + " + n");
        }
        // jobs last: they may be taken at once
        for (String table : OF_THE_PROCESS) {
            jdbc.sql("insert into " + table + " select copy.* from " + table + " t, generate_series(1, :times) n,"
                            + " lateral (select jsonb_object_agg(key, value || '-' || n) ids"
                            + " from jsonb_each_text(to_jsonb(t)) where value is not null and key in ('id_',"
                            + " 'proc_inst_id_', 'process_instance_id_', 'execution_id_', 'parent_id_', 'act_inst_id_',"
                            + " 'parent_act_inst_id_', 'var_scope_', 'root_proc_inst_id_')) own,"
                            + " lateral jsonb_populate_record(null::" + table + ", to_jsonb(t) || own.ids || case when"
                            + " to_jsonb(t) ->> 'business_key_' is null then '{}' else jsonb_build_object('business_key_',"
                            + " 'T' || n) end || case when to_jsonb(t) ->> 'duedate_' is null then '{}' else"
                            + " jsonb_build_object('duedate_', :due::timestamp) end) copy where t."
                            + (table.equals("act_ru_job") ? "process_instance_id_" : "proc_inst_id_") + " = :process")
                    .param("times", times)
                    .param("process", process)
                    .param("due", Timestamp.from(due))
                    .update();
        }
    }

    private void copyRow(String table, String where, String number, int times, String replaced) {
        jdbc.sql("insert into " + table + " overriding system value select copy.* from " + table
                        + " t, generate_series(1, :times) n, lateral jsonb_populate_record(null::" + table
                        + ", to_jsonb(t) || jsonb_build_object(" + replaced.substring(2) + ")) copy where t." + where)
                .param("times", times)
                .param("number", number)
                .update();
    }

    /** How many copies still wait. */
    long waiting() {
        return count(COPIES + " and phase <> 'CLOSED'");
    }

    /** How many copies have ended, each once. */
    long endedOnce() {
        return count(COPIES + " and phase = 'CLOSED' and (select count(*) from request_timeline t where t.request_id ="
                + " request.id and t.label = 'Clôturé') = 1");
    }

    /** The jobs of the copies that some node has locked. */
    List<String> held() {
        return jdbc.sql(
                        "select id_ from act_ru_job where id_ like '%-%' and lock_owner_ is not null"
                                + " and lock_exp_time_ > now() at time zone 'UTC' and handler_type_ = 'timer-intermediate-transition'")
                .query(String.class)
                .list();
    }

    /** How many of these jobs are there still. */
    long left(List<String> jobs) {
        return jobs.isEmpty()
                ? 0
                : jdbc.sql("select count(*) from act_ru_job where id_ in (:ids)")
                        .param("ids", jobs)
                        .query(Long.class)
                        .single();
    }

    private long count(String rows) {
        return jdbc.sql("select count(*)" + rows).query(Long.class).single();
    }
}
