package org.navette.requests;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.navette.engine.TaskRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What agents write for each other about a request. No page of partners reads them. */
@Component
class Notes {

    private static final int LONGEST = 5_000;

    private final RequestRows rows;
    private final JdbcClient jdbc;
    private final Clock clock;

    Notes(RequestRows rows, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One note.
     *
     * @param agent login of who wrote it
     */
    public record Note(Instant at, String agent, String body) {}

    /**
     * Adds a note.
     *
     * @param text 1 to 5,000 characters
     * @throws TaskRefused when it is empty or too long
     */
    @Transactional
    public void add(String number, String agent, String text) {
        String body = text.strip();
        if (body.isEmpty()) {
            throw new TaskRefused("Écrivez la note avant de l'ajouter.");
        }
        if (body.length() > LONGEST) {
            throw new TaskRefused("Une note compte 5\u00a0000 caractères au plus.");
        }
        // two agents who write at once wait for each other
        long request = rows.lock(number).orElseThrow().id();
        jdbc.sql("insert into request_note (request_id, seq, at, agent, body)"
                        + " select :request, coalesce(max(seq), 0) + 1, :at, :agent, :body from request_note"
                        + " where request_id = :request")
                .param("request", request)
                .param("at", java.sql.Timestamp.from(clock.instant()))
                .param("agent", agent)
                .param("body", body)
                .update();
    }

    /** The notes of a request, first one first. */
    List<Note> of(long request) {
        return jdbc.sql("select at, agent, body from request_note where request_id = ? order by seq")
                .param(request)
                .query((row, index) ->
                        new Note(row.getTimestamp("at").toInstant(), row.getString("agent"), row.getString("body")))
                .list();
    }
}
