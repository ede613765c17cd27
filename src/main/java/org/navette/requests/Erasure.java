package org.navette.requests;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.navette.engine.Phase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The end of requests (COMM-05). An erased one stays as a trace that names nobody: number, organism, statuses and their
 * dates. It is no structure's any more, so that no list and no page finds it.
 */
@Component
public class Erasure {

    private static final UUID NOBODY = new UUID(0, 0);

    /** Requests of a kind that are over since a day and not erased. */
    private static final String OVER = " from request where espace = :kind and phase in (:over) and status_at < :before"
            + " and erased_at is null";

    private static final String NEXT = " order by status_at limit :batch for update skip locked";

    private final JdbcClient jdbc;
    private final Clock clock;

    Erasure(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A request whose end is near. */
    public record Ending(long id, String number, UUID author) {}

    /**
     * Marks requests as announced, in the caller's transaction; each once for each time that it is over.
     *
     * @param before the last change that is old enough
     * @return those that had not been announced, the oldest first
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Ending> announce(String kind, Set<Phase> over, Instant before, int batch) {
        List<Ending> ending = next(
                kind,
                over,
                before,
                " and (erasure_announced_at is null or erasure_announced_at < status_at)",
                clock.instant(),
                batch);
        if (!ending.isEmpty()) {
            jdbc.sql("update request set erasure_announced_at = :now where id in (:ids)")
                    .param("now", Timestamp.from(clock.instant()))
                    .param("ids", ending.stream().map(Ending::id).toList())
                    .update();
        }
        return ending;
    }

    /**
     * Locks the next requests to be erased, in the caller's transaction.
     *
     * @param before the last change that is old enough
     * @param announcedBefore the announcement that is old enough
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Ending> due(String kind, Set<Phase> over, Instant before, Instant announcedBefore, int batch) {
        return next(
                kind,
                over,
                before,
                " and erasure_announced_at <= :announced and erasure_announced_at >= status_at",
                announcedBefore,
                batch);
    }

    /**
     * Locks those of these requests that are over, whenever that was, in the caller's transaction; by id, so that two who
     * hold several never wait for each other.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Ending> hold(String kind, Set<Phase> over, Collection<Long> requests) {
        return jdbc.sql("select id, number, author_id from request where id in (:ids) and espace = :kind"
                        + " and phase in (:over) and erased_at is null order by id for update")
                .param("ids", requests)
                .param("kind", kind)
                .param("over", over.stream().map(Phase::name).collect(Collectors.toSet()))
                .query((row, n) -> new Ending(row.getLong(1), row.getString(2), row.getObject(3, UUID.class)))
                .list();
    }

    /** Takes the name of an account's person from all requests and threads, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void anonymise(UUID account, String instead) {
        jdbc.sql("update request set author_name = :name where author_id = :account and erased_at is null")
                .param("name", instead)
                .param("account", account)
                .update();
        // by their indexes, which know partners alone
        for (String entries : List.of(
                "request_timeline set actor_name = :name where actor_kind = 'PARTNER'",
                "request_message set actor_name = :name where sender = 'PARTNER'")) {
            jdbc.sql("update " + entries + " and actor_id = :account and actor_name is not null")
                    .param("name", instead)
                    .param("account", account.toString())
                    .update();
        }
    }

    private List<Ending> next(
            String kind, Set<Phase> over, Instant before, String announcement, Instant announced, int batch) {
        return jdbc.sql("select id, number, author_id" + OVER + announcement + NEXT)
                .param("kind", kind)
                .param("over", over.stream().map(Phase::name).collect(Collectors.toSet()))
                .param("before", Timestamp.from(before))
                .param("announced", Timestamp.from(announced))
                .param("batch", batch)
                .query((row, n) -> new Ending(row.getLong(1), row.getString(2), row.getObject(3, UUID.class)))
                .list();
    }

    /** Erases what is common to all requests: people, words and why they were let in; in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(Collection<Long> requests) {
        for (String table : List.of("request_message", "request_note", "request_decision", "request_submission")) {
            jdbc.sql("delete from " + table + " where request_id in (:ids)")
                    .param("ids", requests)
                    .update();
        }
        jdbc.sql(
                        """
                        update request_timeline set actor_id = null, actor_name = null,
                          label = case when kind = 'STATUS' then label else '' end,
                          detail = case when kind = 'STATUS' then detail end
                        where request_id in (:ids)""")
                .param("ids", requests)
                .update();
        jdbc.sql(
                        """
                        update request set structure_id = :nobody, author_id = :nobody, author_name = '', person = null,
                          subject = '', search = lower(number), erased_at = :now
                        where id in (:ids)""")
                .param("nobody", NOBODY)
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", requests)
                .update();
    }
}
