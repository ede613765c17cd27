package org.navette;

import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.mail.Outbox;
import org.navette.mail.SentMail;
import org.navette.requests.Exchange;
import org.navette.requests.Timeline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a request of any espace has left everywhere: its row, its timeline, its thread, its files, its mails, the engine. */
public abstract class RequestTraces {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Exchange exchange;

    @Autowired
    private FileStore files;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

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
}
