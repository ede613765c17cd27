package org.navette.procedures;

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
import org.springframework.boot.test.context.TestComponent;

/** The regulation service of the espace's organism: its people, and what they do with requests. */
@TestComponent
public class ServiceWorld {

    /** The organism that the espace files to. */
    public static final String ORGANISM = "crif";

    private final Organisms organisms;
    private final Identity identity;
    private final Tasks tasks;
    private final TaskService taskQueries;
    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final Clock clock;
    private final Set<String> made = ConcurrentHashMap.newKeySet();

    ServiceWorld(
            Organisms organisms,
            Identity identity,
            Tasks tasks,
            TaskService taskQueries,
            RuntimeService runtime,
            ManagementService jobs,
            Clock clock) {
        this.organisms = organisms;
        this.identity = identity;
        this.tasks = tasks;
        this.taskQueries = taskQueries;
        this.runtime = runtime;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The agent of the service. */
    public String agent() {
        return agent("agent." + ORGANISM);
    }

    /** An agent of the service with this login. */
    public String agent(String login) {
        return make(login, ORGANISM + "-agent");
    }

    /** A supervisor of the service, who is no agent. */
    public String supervisor() {
        return make("superviseur." + ORGANISM, ORGANISM + "-supervisor");
    }

    private String make(String login, String group) {
        if (made.add(login)) {
            String name = "Caisse régionale Île-de-France";
            organisms.save(new Organism(ORGANISM, name));
            identity.ensure(new IdentityData(
                    List.of(new IdentityData.Organism(ORGANISM, name)),
                    List.of(new IdentityData.User(
                            login,
                            "Awa",
                            "Diallo",
                            login + "@world.example",
                            ProcedureWorld.PASSWORD,
                            List.of(group)))));
        }
        return login;
    }

    /** The one task of a request. */
    public Task task(String number) {
        return taskQueries.createTaskQuery().processInstanceBusinessKey(number).singleResult();
    }

    /** The service's agent takes the request's task, if it is not theirs already, and ends it. */
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

    /** The agent accepts; a first installation needs a billing number besides. */
    public void accept(String number) {
        accept(agent(), number);
    }

    /** The same for another agent. */
    public void accept(String agent, String number) {
        decide(agent, number, Map.of("outcome", "ACCEPTED"));
    }

    /** The agent accepts and gives a billing number. */
    public void acceptWith(String number, String billing) {
        decide(number, Map.of("outcome", "ACCEPTED", "billingNumber", billing));
    }

    /** The agent asks for corrections. */
    public void ask(String number, List<String> steps, List<String> documents) {
        decide(number, asking(steps, documents));
    }

    /** What an agent types to ask for corrections. */
    public static Map<String, Object> asking(List<String> steps, List<String> documents) {
        return Map.of(
                "outcome", "CORRECTIONS", "steps", steps, "documents", documents, "remarks", "À corriger, merci.");
    }

    /** The agent refuses. */
    public void refuse(String number) {
        decide(number, Map.of("outcome", "REFUSED", "ground", "DOCUMENTS", "explanation", "Le diplôme manque."));
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
