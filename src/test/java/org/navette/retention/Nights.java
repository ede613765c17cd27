package org.navette.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nights of the retention processes, and requests that were over long ago. */
@TestComponent
public class Nights {

    private final ManagementService jobs;
    private final JdbcClient jdbc;

    Nights(ManagementService jobs, JdbcClient jdbc) {
        this.jobs = jobs;
        this.jdbc = jdbc;
    }

    /** Runs a process as the job executor does; returns how many steps it took. */
    public int pass(String process) {
        jobs.executeJob(jobs.createJobQuery()
                .processDefinitionKey(process)
                .timers()
                .singleResult()
                .getId());
        int steps = 0;
        for (List<Job> next = next(process); !next.isEmpty(); next = next(process)) {
            jobs.executeJob(next.get(0).getId());
            steps++;
        }
        return steps;
    }

    /** A night that announces, and one a month later that erases; then it is now again. */
    public void announceAndErase(String process) {
        pass(process);
        ClockUtil.setCurrentTime(
                Date.from(Instant.now().plus(Duration.ofDays(31).plusHours(2))));
        try {
            pass(process);
        } finally {
            ClockUtil.reset();
        }
    }

    private List<Job> next(String process) {
        return jobs.createJobQuery().processDefinitionKey(process).messages().list();
    }

    /** Makes a request one that has been as it is for so long; of other tests' requests none is so old. */
    public void age(String number, String interval) {
        jdbc.sql("update request set status_at = status_at - ?::interval, created_at = created_at - ?::interval"
                        + " where number = ?")
                .params(interval, interval, number)
                .update();
    }

    /** Whether a request is erased. */
    public boolean erased(String number) {
        return jdbc.sql("select erased_at is not null from request where number = ?")
                .param(number)
                .query(Boolean.class)
                .single();
    }
}
