package org.navette;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.navette.directory.Organism;
import org.navette.directory.Organisms;
import org.navette.engine.Identity;
import org.navette.engine.IdentityData;
import org.navette.engine.Tasks;

/** An organism that answers: its people, and what they do with requests. */
public abstract class AgencyWorld {

    /** The password of its people. */
    public static final String PASSWORD = "une phrase de passe pour les tests";

    private final String organism;
    private final String name;
    private final Organisms organisms;
    private final Identity identity;
    private final Tasks tasks;
    private final TaskService taskQueries;
    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final Clock clock;
    private final Set<String> made = ConcurrentHashMap.newKeySet();

    /** @param organism its code, in lower case */
    protected AgencyWorld(
            String organism,
            String name,
            Organisms organisms,
            Identity identity,
            Tasks tasks,
            TaskService taskQueries,
            RuntimeService runtime,
            ManagementService jobs,
            Clock clock) {
        this.organism = organism;
        this.name = name;
        this.organisms = organisms;
        this.identity = identity;
        this.tasks = tasks;
        this.taskQueries = taskQueries;
        this.runtime = runtime;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The organism's code. */
    final String organism() {
        return organism;
    }

    /** The agent of the organism. */
    public String agent() {
        return agent("agent." + organism);
    }

    /** An agent of the organism with this login. */
    public String agent(String login) {
        return make(login, organism + "-agent");
    }

    /** A supervisor of the organism, who is no agent. */
    public String supervisor() {
        return make("superviseur." + organism, organism + "-supervisor");
    }

    /** An accountant of the organism, who is no agent. */
    public String accountant() {
        return make("comptable." + organism, organism + "-accountant");
    }

    private String make(String login, String group) {
        if (made.add(login)) {
            organisms.save(new Organism(organism, name));
            identity.ensure(new IdentityData(
                    List.of(new IdentityData.Organism(organism, name)),
                    List.of(new IdentityData.User(
                            login, "Awa", "Diallo", login + "@world.example", PASSWORD, List.of(group)))));
        }
        return login;
    }

    /** The one task of a request. */
    public Task task(String number) {
        return taskQueries.createTaskQuery().processInstanceBusinessKey(number).singleResult();
    }

    /** The organism's agent takes the request's task, if it is not theirs already, and ends it. */
    public void decide(String number, Map<String, Object> answers) {
        decide(agent(), number, answers);
    }

    /** The same for another agent. */
    public void decide(String agent, String number, Map<String, Object> answers) {
        claim(agent, number);
        submit(agent, task(number).getId(), answers);
    }

    /** An agent ends a task that is theirs. */
    public void submit(String agent, String task, Map<String, Object> answers) {
        tasks.submit(agent, task, answers);
    }

    /** An agent takes the request's task, if it is not theirs already. */
    public void claim(String agent, String number) {
        tasks.claim(agent, task(number).getId());
    }

    /** Runs the request's timers that are due by the engine's clock. Returns how many there were. */
    public int runDueTimers(String number) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult();
        List<Job> due = jobs.createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .executable()
                .orderByJobDuedate()
                .asc()
                .list();
        due.forEach(job -> jobs.executeJob(job.getId()));
        return due.size();
    }

    /** Moves the engine's clock, by the calendar as deadlines are; {@code ClockUtil.reset()} after the test. */
    public void later(Duration duration) {
        var then = LocalDateTime.now(clock).plus(duration).atZone(clock.getZone());
        ClockUtil.setCurrentTime(Date.from(then.toInstant()));
    }
}
