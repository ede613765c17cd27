package org.navette.requests;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The thread of a request: the answer (round 0), then questions and answers round by round. */
@Component
public class Exchange {

    private final JdbcClient jdbc;
    private final Clock clock;

    Exchange(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds a message; the caller holds the lock on the request's row. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Request request, int round, Actor sender, String body) {
        jdbc.sql("insert into request_message (request_id, seq, round, sender, body, at, actor_id, actor_name)"
                        + " select :request, coalesce(max(seq), 0) + 1, :round, :sender, :body, :at, :actorId, :actorName"
                        + " from request_message where request_id = :request")
                .param("request", request.id())
                .param("round", round)
                .param("sender", sender.kind().name())
                .param("body", body)
                .param("at", Timestamp.from(clock.instant()))
                .param("actorId", sender.id())
                .param("actorName", sender.name())
                .update();
    }

    /** The messages of a request, first one first. */
    public List<Message> of(long request) {
        return jdbc.sql("select seq, round, sender, body, at, actor_id, actor_name from request_message"
                        + " where request_id = ? order by seq")
                .param(request)
                .query((row, index) -> new Message(
                        row.getInt("seq"),
                        row.getInt("round"),
                        Actor.Kind.valueOf(row.getString("sender")),
                        row.getString("body"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor_name")))
                .list();
    }

    /**
     * One message.
     *
     * @param round 0 for the answer to the request, then 1 to 4
     * @param sender partner or agent
     * @param senderName a partner's name; null for agents, who are not named to partners
     */
    public record Message(
            int seq, int round, Actor.Kind sender, String body, Instant at, @Nullable String senderName) {}
}
