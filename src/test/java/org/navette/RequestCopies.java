package org.navette;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Very many requests of an espace in little time: one that was lived, copied by set-based SQL with all that the engine and
 * the espace keep of it. So whoever reads or continues a copy finds it as real as its model.
 */
public final class RequestCopies {

    /** Jobs last: somebody may take them at once. */
    private static final List<String> OF_THE_PROCESS = List.of(
            "act_ru_execution",
            "act_ru_task",
            "act_ru_variable",
            "act_ru_event_subscr",
            "act_hi_procinst",
            "act_hi_taskinst",
            "act_ru_job");

    /** What espaces keep of a request, by the column that names it. */
    private static final Map<String, String> OF_THE_ESPACES = Map.of(
            "partner_request", "id",
            "procedure_request", "id",
            "procedure_revision", "request_id",
            "funding_request", "id",
            "prior_agreement", "id",
            "reimbursement", "id",
            "request_timeline", "request_id");

    /** What no two of them may share. */
    private static final Set<String> UNIQUE = Set.of("number", "dossier", "editor_number", "invoice");

    /** Columns that name the instance or a part of it. */
    private static final Set<String> IDS = Set.of(
            "id_",
            "proc_inst_id_",
            "process_instance_id_",
            "root_proc_inst_id_",
            "execution_id_",
            "parent_id_",
            "task_id_",
            "act_inst_id_",
            "parent_act_inst_id_",
            "var_scope_");

    /** Ids have 64 characters at most; the beginning of the model's is enough beside what makes the copy's its own. */
    private static final int KEPT_OF_IDS = 52;

    /** The connection gives up on an answer that takes longer than a page may wait. */
    private static final int AT_ONCE = 20_000;

    private final JdbcClient jdbc;

    public RequestCopies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Copies a request.
     *
     * @param number the model's
     * @param prefix of the copies' numbers, a few letters; then they are counted from 1
     * @param firstId the ids of the copies are counted from the next one
     * @param times how many
     */
    public void copy(String number, String prefix, long firstId, int times) {
        String process = jdbc.sql("select proc_inst_id_ from act_hi_procinst where business_key_ = ?"
                        + " and super_process_instance_id_ is null")
                .param(number)
                .query(String.class)
                .single();
        Map<String, String> request = new LinkedHashMap<>();
        request.put("id", firstId + " + n");
        request.put("number", "'" + prefix + "' || n");
        request.put("search", "lower('" + prefix + "' || n)");
        copy("request", request, "t.number = '" + number + "'", times);
        String model = " = (select id from request where number = '" + number + "')";
        for (var table : OF_THE_ESPACES.entrySet()) {
            Map<String, String> own = columns(table.getKey()).stream()
                    .filter(UNIQUE::contains)
                    .collect(Collectors.toMap(column -> column, column -> "'" + prefix + "' || n"));
            own.put(table.getValue(), firstId + " + n");
            copy(table.getKey(), own, "t." + table.getValue() + model, times);
        }
        for (String table : OF_THE_PROCESS) {
            Map<String, String> own = columns(table).stream()
                    .filter(IDS::contains)
                    .collect(Collectors.toMap(
                            column -> column,
                            column -> "'" + prefix + "' || n || '-' || left(t." + column + ", " + KEPT_OF_IDS + ")"));
            if (columns(table).contains("business_key_")) {
                own.put("business_key_", "case when t.business_key_ is not null then '" + prefix + "' || n end");
            }
            copy(
                    table,
                    own,
                    (table.equals("act_ru_job") ? "t.process_instance_id_" : "t.proc_inst_id_") + " = '" + process
                            + "'",
                    times);
        }
        // who may take the tasks
        Map<String, String> links = Map.of(
                "id_", "'" + prefix + "' || n || '-' || left(t.id_, " + KEPT_OF_IDS + ")",
                "task_id_", "'" + prefix + "' || n || '-' || left(t.task_id_, " + KEPT_OF_IDS + ")");
        copy(
                "act_ru_identitylink",
                links,
                "t.task_id_ in (select id_ from act_ru_task where proc_inst_id_ = '" + process + "')",
                times);
    }

    /** What is copied is seen by everybody and counted: as PostgreSQL does by itself after a while. */
    public void settle() {
        for (String table : OF_THE_PROCESS) {
            jdbc.sql("vacuum analyze " + table).update();
        }
        OF_THE_ESPACES.keySet().forEach(table -> jdbc.sql("vacuum analyze " + table)
                .update());
        for (String table : List.of("request", "act_ru_identitylink")) {
            jdbc.sql("vacuum analyze " + table).update();
        }
    }

    private void copy(String table, Map<String, String> own, String which, int times) {
        boolean none = jdbc.sql("select not exists (select 1 from " + table + " t where " + which + ")")
                .query(Boolean.class)
                .single();
        if (none) {
            return;
        }
        List<String> columns = columns(table);
        for (int done = 0; done < times; done += AT_ONCE) {
            jdbc.sql("insert into " + table + " (" + String.join(", ", columns) + ") overriding system value select "
                            + columns.stream()
                                    .map(column -> own.getOrDefault(column, "t." + column))
                                    .collect(Collectors.joining(", "))
                            + " from " + table + " t, generate_series(" + (done + 1) + ", "
                            + Math.min(times, done + AT_ONCE) + ") n where " + which)
                    .update();
        }
    }

    private List<String> columns(String table) {
        return jdbc.sql("select column_name from information_schema.columns where table_schema = current_schema()"
                        + " and table_name = ? and is_generated = 'NEVER' order by ordinal_position")
                .param(table)
                .query(String.class)
                .list();
    }
}
