package org.navette.bench;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Open tasks in the engine's own tables: one that a request really has, copied many times with ids of its own. */
final class ManyTasks {

    private static final List<String> COPIED =
            List.of("act_ru_execution", "act_ru_task", "act_ru_variable", "act_ru_identitylink", "act_ru_job");

    private final JdbcClient jdbc;

    ManyTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Copies the instance of a request.
     *
     * @param number the request's
     * @param times how often
     */
    void copy(String number, int times) {
        String instance = jdbc.sql("select proc_inst_id_ from act_ru_execution where business_key_ = ?")
                .param(number)
                .query(String.class)
                .single();
        for (String table : COPIED) {
            boolean links = table.equals("act_ru_identitylink");
            boolean jobs = table.equals("act_ru_job");
            jdbc.sql("insert into " + table + " select copy.* from " + table + " t, generate_series(1, :times) n,"
                            // every column that is an id of this very instance gets the copy's number behind it
                            + " lateral (select jsonb_object_agg(key, value || '-' || n) ids"
                            + " from jsonb_each_text(to_jsonb(t)) where value is not null and key in ('id_',"
                            + " 'proc_inst_id_', 'process_instance_id_', 'execution_id_', 'parent_id_', 'task_id_',"
                            + " 'var_scope_', 'root_proc_inst_id_')) own,"
                            + " lateral jsonb_populate_record(null::" + table + ", to_jsonb(t) || own.ids) copy where "
                            + (links
                                    ? "t.task_id_ in (select id_ from act_ru_task where proc_inst_id_ = :instance)"
                                    : (jobs ? "t.process_instance_id_" : "t.proc_inst_id_") + " = :instance"))
                    .param("times", times)
                    .param("instance", instance)
                    .update();
        }
        for (String table : COPIED) {
            jdbc.sql("vacuum analyze " + table).update();
        }
    }
}
