package org.navette.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands still in the engine, for operators: numbers and steps, never an exception's text or what people typed. */
@Component
public class EngineTroubles {

    private static final String INCIDENTS = "from act_ru_incident i join act_re_procdef d on d.id_ = i.proc_def_id_"
            + " left join act_ru_execution e on e.id_ = i.proc_inst_id_";
    // a timer that starts a process belongs to no instance
    private static final String TIMERS = "from act_ru_job j join act_re_procdef d on d.id_ = j.process_def_id_"
            + " left join act_ru_execution e on e.id_ = j.process_instance_id_"
            + " where j.type_ = 'timer' and j.retries_ > 0 and j.suspension_state_ = 1 and j.duedate_ < :before";

    private final JdbcClient jdbc;
    private final RepositoryService repository;
    private final Clock clock;

    EngineTroubles(JdbcClient jdbc, @Lazy RepositoryService repository, Clock clock) {
        this.jdbc = jdbc;
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * Something that does not go on by itself.
     *
     * @param process the process's id
     * @param reference the business key: a request's number, a mail's; null for a process that has not begun
     * @param step the process and the step as the diagram calls them
     * @param since when it stopped, or should have begun
     */
    public record Stuck(String process, @Nullable String reference, String step, Instant since) {}

    /** How many jobs the executor could take now. */
    public long dueJobs() {
        return jdbc.sql("select count(*) from act_ru_job where retries_ > 0 and suspension_state_ = 1"
                        + " and (duedate_ is null or duedate_ <= ?)")
                .param(Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** How many incidents are open. */
    public long incidents() {
        return jdbc.sql("select count(*) from act_ru_incident")
                .query(Long.class)
                .single();
    }

    /**
     * Open incidents, the oldest first.
     *
     * @param most how many to read
     */
    public List<Stuck> incidents(int most) {
        return jdbc.sql("select d.id_, d.key_, e.business_key_, i.activity_id_ activity, i.incident_timestamp_ since "
                        + INCIDENTS + " order by i.incident_timestamp_, i.id_ limit :most")
                .param("most", most)
                .query(this::stuck)
                .list();
    }

    /**
     * Timers that should have fired, the oldest first.
     *
     * @param by how long ago at least
     * @param most how many to read
     */
    public List<Stuck> overdueTimers(Duration by, int most) {
        return jdbc.sql("select d.id_, d.key_, e.business_key_, (select f.act_id_ from act_ru_jobdef f where f.id_ ="
                        + " j.job_def_id_) activity, j.duedate_ since " + TIMERS
                        + " order by j.duedate_, j.id_ limit :most")
                .param("before", Timestamp.from(clock.instant().minus(by)))
                .param("most", most)
                .query(this::stuck)
                .list();
    }

    private Stuck stuck(ResultSet row, int index) throws SQLException {
        return new Stuck(
                row.getString("key_"),
                row.getString("business_key_"),
                step(row.getString("id_"), row.getString("activity")),
                row.getTimestamp("since").toInstant());
    }

    private String step(String definition, @Nullable String activity) {
        var process = (ProcessDefinitionEntity) repository.getProcessDefinition(definition);
        String name = process.getName() == null ? process.getKey() : process.getName();
        ActivityImpl found = activity == null ? null : process.findActivity(activity);
        Object called = found == null ? activity : found.getProperty("name");
        return called == null ? name : name + ", « " + called.toString().strip() + " »";
    }
}
