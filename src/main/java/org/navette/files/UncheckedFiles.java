package org.navette.files;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How many uploads were refused because the antivirus did not answer: people were sent away, and operators must know. */
@Component
public class UncheckedFiles {

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    UncheckedFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Counts one, whatever becomes of the caller's transaction. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void add() {
        Instant now = clock.instant();
        jdbc.sql("delete from unchecked_file where at < ?")
                .param(Timestamp.from(now.minus(KEPT)))
                .update();
        jdbc.sql("insert into unchecked_file (at) values (?)")
                .param(Timestamp.from(now))
                .update();
    }

    /** How many there were since then; 30 days are kept. */
    public long since(Instant then) {
        return jdbc.sql("select count(*) from unchecked_file where at >= ?")
                .param(Timestamp.from(then))
                .query(Long.class)
                .single();
    }
}
