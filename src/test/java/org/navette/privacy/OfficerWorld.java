package org.navette.privacy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.navette.Browser;
import org.navette.engine.Agents;
import org.navette.engine.Identity;
import org.navette.engine.IdentityData;
import org.navette.engine.Tasks;
import org.navette.partners.PartnerWorld;
import org.navette.retention.Sought;
import org.springframework.boot.test.context.TestComponent;

/** The data officer of the tests, and what they do. */
@TestComponent
public class OfficerWorld {

    private static final String LOGIN = "delegue.donnees";

    /** Where the data officer is written to. */
    public static final String ADDRESS = LOGIN + "@world.example";

    /** The answers of who accepts. */
    public static final Map<String, Object> ACCEPTED = Map.of("identity", "PAPER", "decision", "ACCEPT");

    private final Identity identity;
    private final Demands demands;
    private final Tasks tasks;
    private final TaskService queries;
    private final ManagementService jobs;
    private final RuntimeService runtime;

    OfficerWorld(
            Identity identity,
            Demands demands,
            Tasks tasks,
            TaskService queries,
            ManagementService jobs,
            RuntimeService runtime) {
        this.identity = identity;
        this.demands = demands;
        this.tasks = tasks;
        this.queries = queries;
        this.jobs = jobs;
        this.runtime = runtime;
    }

    /** Opens a demand; returns its number. */
    public String open(Demand.Kind kind, @Nullable UUID account, @Nullable Sought sought) {
        return open(kind, account, sought, null);
    }

    /** Opens a demand of somebody who is to be told what becomes of it. */
    public String open(Demand.Kind kind, @Nullable UUID account, @Nullable Sought sought, @Nullable String email) {
        return demands.open(kind, account, sought, email, login());
    }

    /** Takes the task of a demand, if it is not theirs already, and ends it. */
    public void decide(String number, Map<String, Object> answers) {
        String task = queries.createTaskQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
        tasks.claim(login(), task);
        tasks.submit(login(), task, answers);
    }

    /** Runs the steps of a demand as the job executor does; returns how many there were. */
    public int runSteps(String number) {
        int steps = 0;
        for (List<Job> next = next(number); !next.isEmpty(); next = next(number)) {
            jobs.executeJob(next.get(0).getId());
            steps++;
        }
        return steps;
    }

    /** The next step of a demand, if one waits. */
    public List<Job> next(String number) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                .flatMap(instance ->
                        jobs.createJobQuery().processInstanceId(instance.getId()).messages().list().stream())
                .toList();
    }

    /** Whether somebody sees a task. */
    public boolean sees(String agent, String task) {
        return tasks.find(agent, task).isPresent();
    }

    /** The data officer's login. */
    public String login() {
        identity.ensure(new IdentityData(
                List.of(),
                List.of(new IdentityData.User(
                        LOGIN, "Dalila", "Vernet", ADDRESS, PartnerWorld.PASSWORD, List.of(Agents.DATA_OFFICER)))));
        return LOGIN;
    }

    /** A browser in which the data officer is signed in. */
    public Browser browser(int port) {
        Browser browser = new Browser(port);
        browser.signIn("/agents", login(), PartnerWorld.PASSWORD);
        return browser;
    }
}
