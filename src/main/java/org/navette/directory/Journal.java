package org.navette.directory;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What supervisors changed, when: written in the change's own transaction, read below each page. */
@Component
public class Journal {

    private static final int LATEST = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    Journal(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One change.
     *
     * @param name of who made it, as it was then
     * @param text what was changed, as people read it
     */
    public record Entry(Instant at, String name, String text) {}

    /**
     * Adds a change.
     *
     * @param topic the page it belongs to, e.g. {@code news}
     * @param text in French, without personal data of partners
     */
    public void write(Supervisor supervisor, String topic, String text) {
        jdbc.sql("insert into supervision_journal (organism_code, topic, at, login, name, text)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        supervisor.code(),
                        topic,
                        Timestamp.from(clock.instant()),
                        supervisor.login(),
                        supervisor.name(),
                        text)
                .update();
    }

    /** Takes the names from changes that were made long ago: what was changed stays. */
    public int forgetNames(Instant before, int batch) {
        return jdbc.sql("update supervision_journal set login = '', name = '' where id in (select id from"
                        + " supervision_journal where name <> '' and at < :before order by at limit :batch"
                        + " for update skip locked)")
                .param("before", Timestamp.from(before))
                .param("batch", batch)
                .update();
    }

    /** The latest changes of a topic in the supervisor's organism, newest first; at most 20. */
    public List<Entry> latest(Supervisor supervisor, String topic) {
        return jdbc.sql("select at, name, text from supervision_journal where organism_code = ? and topic = ?"
                        + " order by id desc limit " + LATEST)
                .params(supervisor.code(), topic)
                .query((row, index) ->
                        new Entry(row.getTimestamp("at").toInstant(), row.getString("name"), row.getString("text")))
                .list();
    }
}
