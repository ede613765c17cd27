package org.navette.requests;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.navette.engine.KeptDrafts;
import org.navette.engine.TaskEnded;
import org.navette.forms.Json;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What agents have typed and not sent yet: kept here, since the engine must hold no text, until the task ends. */
@Component
class Drafts implements KeptDrafts {

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    Drafts(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps the latest answers of a task's form; returns when. */
    Instant save(UUID task, Map<String, Object> answers) {
        Instant now = clock.instant();
        jdbc.sql("insert into task_draft (task_id, answers, at) values (:task, cast(:answers as jsonb), :at)"
                        + " on conflict (task_id) do update set answers = excluded.answers, at = excluded.at")
                .param("task", task)
                .param("answers", json.write(answers))
                .param("at", Timestamp.from(now))
                .update();
        return now;
    }

    /** What was kept for a task. */
    Optional<Map<String, Object>> find(UUID task) {
        return jdbc.sql("select answers from task_draft where task_id = ?")
                .param(task)
                .query(String.class)
                .optional()
                .map(json::map);
    }

    @Override
    public Map<String, Set<String>> answered() {
        Map<String, Set<String>> answered = new HashMap<>();
        jdbc.sql("select task_id, key from task_draft, jsonb_each(answers) as answer (key, value)"
                        + " where value not in ('null', '\"\"', '[]')")
                .query((row, i) -> answered.computeIfAbsent(row.getString(1), task -> new HashSet<>())
                        .add(row.getString(2)))
                .list();
        jdbc.sql("select task_id from task_draft")
                .query(String.class)
                .list()
                .forEach(task -> answered.putIfAbsent(task, Set.of()));
        return answered;
    }

    @EventListener
    void forget(TaskEnded task) {
        jdbc.sql("delete from task_draft where task_id = ?")
                .param(UUID.fromString(task.taskId()))
                .update();
    }
}
