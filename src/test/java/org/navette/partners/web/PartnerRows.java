package org.navette.partners.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at, and turns, what no page of the portal does: how many rows there are, and the dates of conventions. */
record PartnerRows(JdbcClient jdbc) {

    private static final List<String> WRITTEN_BY_PARTNERS = List.of(
            "request",
            "partner_request",
            "request_timeline",
            "request_message",
            "request_submission",
            "request_counter",
            "stored_file",
            "act_ru_execution");

    /** How many rows every table has that an action of a partner writes to, and what the comments are. */
    Map<String, Object> snapshot() {
        Map<String, Object> rows = new LinkedHashMap<>();
        for (String table : WRITTEN_BY_PARTNERS) {
            rows.put(table, count("select count(*) from " + table));
        }
        rows.put(
                "answers",
                jdbc.sql("select coalesce(md5(string_agg(answers::text, '' order by id)), '') from partner_request")
                        .query(String.class)
                        .single());
        return rows;
    }

    long count(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(Long.class).single();
    }

    /** Gives the structure's conventions with an organism other dates, in days from the engine's today. */
    void convention(UUID structure, String organism, int from, int to) {
        LocalDate today =
                LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), java.time.ZoneId.of("Europe/Paris"));
        int changed = jdbc.sql(
                        "update convention set starts_on = ?, ends_on = ? where structure_id = ? and organism_code = ?")
                .params(today.plusDays(from), today.plusDays(to), structure, organism)
                .update();
        if (changed != 1) {
            throw new AssertionError(changed + " conventions");
        }
    }
}
