package org.navette.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.navette.forms.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to a request, in order. Entries are never changed. */
@Component
public class Timeline {

    /** The kind of an entry that tells that a task has changed hands; for agents only. */
    static final String HANDOVER = "HANDOVER";

    private final JdbcClient jdbc;
    private final Json json;

    Timeline(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Adds an entry; the caller holds the lock on the request's row. Returns its place in the order, from 1. */
    int add(long request, Instant at, String kind, String label, Actor actor, Map<String, Object> detail) {
        return jdbc.sql("insert into request_timeline (request_id, seq, at, kind, label, actor_kind, actor_id,"
                        + " actor_name, detail) select :request, coalesce(max(seq), 0) + 1, :at, :kind, :label,"
                        + " :actorKind, :actorId, :actorName, cast(:detail as jsonb) from request_timeline"
                        + " where request_id = :request returning seq")
                .param("request", request)
                .param("at", Timestamp.from(at))
                .param("kind", kind)
                .param("label", label)
                .param("actorKind", actor.kind().name())
                .param("actorId", actor.id())
                .param("actorName", actor.name())
                .param("detail", detail.isEmpty() ? null : json.write(detail))
                .query(Integer.class)
                .single();
    }

    /** What partners may read of a request's entries, first one first: who of the agents has it is not their business. */
    public List<Entry> forPartners(long request) {
        return of(request).stream()
                .filter(entry -> !entry.kind().equals(HANDOVER))
                .toList();
    }

    /** All entries of a request, first one first. */
    public List<Entry> of(long request) {
        return jdbc.sql("select seq, at, kind, label, actor_kind, actor_id, actor_name, detail from request_timeline"
                        + " where request_id = ? order by seq")
                .param(request)
                .query(this::entry)
                .list();
    }

    private Entry entry(ResultSet row, int index) throws SQLException {
        String detail = row.getString("detail");
        return new Entry(
                row.getInt("seq"),
                row.getTimestamp("at").toInstant(),
                row.getString("kind"),
                row.getString("label"),
                new Actor(
                        Actor.Kind.valueOf(row.getString("actor_kind")),
                        row.getString("actor_id"),
                        row.getString("actor_name")),
                detail == null ? Map.of() : json.map(detail));
    }

    /**
     * One thing that happened.
     *
     * @param seq its place in the order, from 1
     * @param kind STATUS, or the espace's own word
     * @param label as people read it
     * @param detail what else is to be kept, e.g. the text before a change
     */
    public record Entry(int seq, Instant at, String kind, String label, Actor actor, Map<String, Object> detail) {}
}
