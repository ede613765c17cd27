package org.navette.faults;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.navette.RequestCopies;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many answered requests whose fifteen days end at the same moment: one that was lived, copied with all that it has. */
final class ManyTimers {

    private static final int FIRST_ID = 1_000_000;
    private static final String COPIES = " from request where id > " + FIRST_ID;

    private final JdbcClient jdbc;

    ManyTimers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Copies an answered request.
     *
     * @param number the request's
     * @param times how often
     * @param due when all the copies' exchanges end
     */
    void copy(String number, int times, Instant due) {
        new RequestCopies(jdbc).copy(number, "T", FIRST_ID, times);
        jdbc.sql("update act_ru_job set duedate_ = :due where id_ like 'T%'")
                .param("due", Timestamp.from(due))
                .update();
    }

    /** How many copies still wait. */
    long waiting() {
        return count(COPIES + " and phase <> 'CLOSED'");
    }

    /** How many copies have ended, each once. */
    long endedOnce() {
        return count(COPIES + " and phase = 'CLOSED' and (select count(*) from request_timeline t where t.request_id ="
                + " request.id and t.label = 'Clôturé') = 1");
    }

    /** The jobs of the copies that some node has locked. */
    List<String> held() {
        return jdbc.sql(
                        "select id_ from act_ru_job where id_ like 'T%' and lock_owner_ is not null"
                                + " and lock_exp_time_ > now() at time zone 'UTC' and handler_type_ = 'timer-intermediate-transition'")
                .query(String.class)
                .list();
    }

    /** How many of these jobs are there still. */
    long left(List<String> jobs) {
        return jobs.isEmpty()
                ? 0
                : jdbc.sql("select count(*) from act_ru_job where id_ in (:ids)")
                        .param("ids", jobs)
                        .query(Long.class)
                        .single();
    }

    private long count(String rows) {
        return jdbc.sql("select count(*)" + rows).query(Long.class).single();
    }
}
