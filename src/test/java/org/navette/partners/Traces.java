package org.navette.partners;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.mail.Outbox;
import org.navette.mail.SentMail;
import org.navette.requests.Exchange;
import org.navette.requests.Timeline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a request has left everywhere: its rows, its timeline, its thread, its files, its mails, the engine. */
@Component
public class Traces {

    private final JdbcClient jdbc;
    private final Timeline timeline;
    private final Exchange exchange;
    private final FileStore files;
    private final Outbox outbox;
    private final TaskService tasks;
    private final RuntimeService runtime;

    Traces(
            JdbcClient jdbc,
            Timeline timeline,
            Exchange exchange,
            FileStore files,
            Outbox outbox,
            TaskService tasks,
            RuntimeService runtime) {
        this.jdbc = jdbc;
        this.timeline = timeline;
        this.exchange = exchange;
        this.files = files;
        this.outbox = outbox;
        this.tasks = tasks;
        this.runtime = runtime;
    }

    public long id(String number) {
        return value(number, "id", Long.class);
    }

    public String status(String number) {
        return value(number, "status_label", String.class);
    }

    public Instant statusAt(String number) {
        return value(number, "status_at", java.sql.Timestamp.class).toInstant();
    }

    private <T> T value(String number, String column, Class<T> type) {
        return jdbc.sql("select " + column + " from request where number = ?")
                .param(number)
                .query(type)
                .single();
    }

    /** How many questions the request counts. */
    public int rounds(String number) {
        return jdbc.sql("select rounds from partner_request join request using (id) where number = ?")
                .param(number)
                .query(Integer.class)
                .single();
    }

    /** The comment as it stands. */
    public String comment(String number) {
        return jdbc.sql("select answers ->> 'comment' from partner_request join request using (id) where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    public List<Timeline.Entry> timeline(String number) {
        return timeline.of(id(number));
    }

    /** The labels of the timeline: statuses and what else happened. */
    public List<String> labels(String number) {
        return timeline(number).stream().map(Timeline.Entry::label).toList();
    }

    public List<Exchange.Message> thread(String number) {
        return exchange.of(id(number));
    }

    public List<StoredFile> files(String number) {
        return files.of(id(number));
    }

    public List<SentMail> mails(String number) {
        return outbox.about(number);
    }

    /** The templates of the mails about the request, in their order. */
    public List<String> letters(String number) {
        return mails(number).stream().map(SentMail::template).toList();
    }

    /** The names of the request's open tasks. */
    public List<String> tasks(String number) {
        return tasks.createTaskQuery().processInstanceBusinessKey(number).list().stream()
                .map(Task::getName)
                .toList();
    }

    /** How many living instances have the number. */
    public long instances(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .count();
    }

    /** The id of the one living instance. */
    public String instance(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
    }

    /** Everything that an action could have changed, to compare before and after. */
    public Map<String, Object> everything(String number) {
        return Map.of(
                "status", status(number),
                "statusAt", statusAt(number),
                "rounds", rounds(number),
                "comment", comment(number),
                "timeline", timeline(number),
                "thread", thread(number),
                "files", files(number),
                "mails", letters(number),
                "tasks", tasks(number),
                "instances", instances(number));
    }
}
