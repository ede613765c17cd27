package org.navette.accounts;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Accounts that nobody has signed in to for long (COMM-05): told, kept for a while, or ended. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class IdleAccountRows {

    private static final String USED = "coalesce(last_login_at, created_at)";
    private static final String IDLE = "select * from account where erased_at is null and " + USED + " < :before"
            + " and (idle_kept_at is null or idle_kept_at < :again)";
    private static final String NEXT = " order by " + USED + " limit :batch for update skip locked";
    private static final String TOLD = "idle_announced_at >= " + USED;

    private final JdbcClient jdbc;
    private final Clock clock;

    IdleAccountRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Locks the next accounts whose end is to be announced.
     *
     * @param before nobody has signed in since
     * @param again those that had to stay are looked at again when that was before
     */
    public List<Account> toAnnounce(Instant before, Instant again, int batch) {
        return jdbc.sql(IDLE + " and (idle_announced_at is null or idle_announced_at < " + USED + ")" + NEXT)
                .param("before", Timestamp.from(before))
                .param("again", Timestamp.from(again))
                .param("batch", batch)
                .query(AccountRow::account)
                .list();
    }

    /** Locks the next accounts to be ended, which were announced before that. */
    public List<Account> toEnd(Instant before, Instant again, Instant announced, int batch) {
        return jdbc.sql(IDLE + " and idle_announced_at <= :announced and " + TOLD + NEXT)
                .param("before", Timestamp.from(before))
                .param("again", Timestamp.from(again))
                .param("announced", Timestamp.from(announced))
                .param("batch", batch)
                .query(AccountRow::account)
                .list();
    }

    /** Its person is told now. */
    public void announced(UUID id) {
        jdbc.sql("update account set idle_announced_at = ?, idle_kept_at = null where id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    /** It must stay for now; before it goes it is announced anew. */
    public void kept(UUID id) {
        jdbc.sql("update account set idle_announced_at = null, idle_kept_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    /**
     * How many there are, up to a limit.
     *
     * @param used that somebody uses, or that had to stay when they were last looked at
     * @param idle that nobody has used for long, announced or not, but for those that had to stay
     * @param oldest when the one was used that nobody has used for the longest time; null when none is idle
     * @param told when the first of those was announced that are still there; null when none is
     */
    public record Figures(
            long used, long idle, long announced, long erased, @Nullable Instant oldest, @Nullable Instant told) {}

    /** All of that. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Figures figures(Instant before, int most) {
        return jdbc.sql(
                        """
                        select
                          (select count(*) from (select 1 from account where erased_at is null
                             and (coalesce(last_login_at, created_at) >= :before or idle_kept_at is not null)
                             limit :most) x) as used,
                          (select count(*) from (select 1 from account where erased_at is null
                             and coalesce(last_login_at, created_at) < :before and idle_kept_at is null
                             limit :most) x) as idle,
                          (select count(*) from (select 1 from account where erased_at is null
                             and idle_announced_at >= coalesce(last_login_at, created_at) limit :most) x) as announced,
                          (select count(*) from (select 1 from account where erased_at is not null limit :most) x)
                             as erased,
                          (select min(coalesce(last_login_at, created_at)) from account where erased_at is null
                             and coalesce(last_login_at, created_at) < :before and idle_kept_at is null) as oldest,
                          (select min(idle_announced_at) from account where erased_at is null
                             and idle_announced_at >= coalesce(last_login_at, created_at)) as told""")
                .param("before", Timestamp.from(before))
                .param("most", most)
                .query((row, n) -> new Figures(
                        row.getLong("used"),
                        row.getLong("idle"),
                        row.getLong("announced"),
                        row.getLong("erased"),
                        instant(row.getTimestamp("oldest")),
                        instant(row.getTimestamp("told"))))
                .single();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
