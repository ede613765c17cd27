package org.navette.partners;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.navette.Browser;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.directory.Convention;
import org.navette.directory.Conventions;
import org.navette.directory.Organisms;
import org.navette.directory.Structure;
import org.navette.directory.Structures;
import org.navette.directory.Supervisor;
import org.navette.engine.Identity;
import org.navette.engine.Tasks;
import org.navette.forms.Forms;
import org.navette.requests.Submission;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People, conventions and requests as tests need them, made through the application's own doors. */
@TestComponent
public class PartnerWorld {

    /** The password of everyone in this world. */
    public static final String PASSWORD = "une phrase de passe pour les tests";

    private final OrganismWorld organisms;
    private final Structures structures;
    private final Conventions conventions;
    private final Accounts accounts;
    private final Members members;
    private final Desks desks;
    private final Deposits deposits;
    private final PartnerRequests requests;
    private final Forms forms;
    private final AgentWorld agents;
    private final Tasks tasks;
    private final TaskService taskQueries;
    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final JdbcClient jdbc;
    private final Clock clock;

    PartnerWorld(
            Organisms organisms,
            Structures structures,
            Conventions conventions,
            Accounts accounts,
            Members members,
            Desks desks,
            Deposits deposits,
            PartnerRequests requests,
            Forms forms,
            Identity identity,
            Tasks tasks,
            TaskService taskQueries,
            RuntimeService runtime,
            ManagementService jobs,
            JdbcClient jdbc,
            Clock clock) {
        this.organisms = new OrganismWorld(organisms);
        this.structures = structures;
        this.conventions = conventions;
        this.accounts = accounts;
        this.members = members;
        this.desks = desks;
        this.deposits = deposits;
        this.requests = requests;
        this.forms = forms;
        this.agents = new AgentWorld(identity);
        this.tasks = tasks;
        this.taskQueries = taskQueries;
        this.runtime = runtime;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new structure. */
    public Structure structure() {
        return structures.save(new Structure(UUID.randomUUID(), "Structure " + UUID.randomUUID()));
    }

    /** A convention whose dates are days from today; all technicians of the structure are attached to the organism. */
    public void convention(Structure structure, String organism, int from, int to) {
        convention(structure, organism, from, to, 5);
        attach(structure);
    }

    /** A convention for so many active technicians; nobody is attached to the organism. */
    public void convention(Structure structure, String organism, int from, int to, int technicianLimit) {
        LocalDate today = LocalDate.now(clock);
        conventions.save(new Convention(
                UUID.randomUUID(),
                structure.id(),
                organisms.of(organism),
                today.plusDays(from),
                today.plusDays(to),
                technicianLimit));
    }

    private void attach(Structure structure) {
        jdbc.sql("insert into partner_member_organism select account_id, organism_code from partner_member"
                        + " join convention using (structure_id) where role = 'TECHNICIAN' and structure_id = ?"
                        + " on conflict do nothing")
                .param(structure.id())
                .update();
    }

    /** A member of a structure, technicians attached to all its organisms; signs in with {@link #PASSWORD}. */
    public Account member(Structure structure, Member.Role role) {
        String login = "p" + UUID.randomUUID() + "@world.example";
        Account account = accounts.createActivated("partners", login, login, "Victor", "Chausson", PASSWORD);
        members.save(new Member(account.id(), structure, role));
        attach(structure);
        return account;
    }

    /** A technician of a new structure at work with an organism, convention in force. */
    public Desk desk(String organism) {
        Structure structure = structure();
        convention(structure, organism, -100, 200);
        return desk(member(structure, Member.Role.TECHNICIAN), organism);
    }

    /** Somebody else of the same structure at work with the same organism. */
    public Desk colleague(Desk desk, Member.Role role) {
        return desk(member(desk.structure(), role), desk.organism().code());
    }

    /** The desk of a member, as the pages make it. */
    public Desk desk(Account account, String organism) {
        return desks.at(account, organism).orElseThrow();
    }

    /** The login of a desk's person. */
    public String login(Desk desk) {
        return accounts.find(desk.account()).orElseThrow().login();
    }

    /** A browser signed in as the desk's person, with the organism chosen. */
    public Browser browser(Desk desk, int port) {
        Browser browser = new Browser(port);
        browser.follow(browser.signIn("/partenaires", login(desk), PASSWORD));
        browser.get("/partenaires/organisme");
        browser.post(
                "/partenaires/organisme", Map.of("organism", desk.organism().code(), "acknowledged", "true"));
        return browser;
    }

    /** Right answers to an offer's form. */
    public Map<String, Object> answers(String offer) {
        return RightAnswers.of(offer);
    }

    /** A submission of a form with a new key. */
    public Submission submission(Map<String, Object> answers, UUID... files) {
        return new Submission(UUID.randomUUID(), "", answers, List.of(files));
    }

    /** Deposits a request with right answers and returns its number. */
    public String deposit(Desk desk, String offer) {
        return deposit(desk, offer, Map.of());
    }

    /** Deposits with right answers, some of them replaced; returns the number. */
    public String deposit(Desk desk, String offer, Map<String, Object> replaced) {
        Map<String, Object> answers = new HashMap<>(answers(offer));
        answers.putAll(replaced);
        return deposits.deposit(
                desk,
                offer,
                new Submission(UUID.randomUUID(), forms.latest(offer).definitionId(), answers, List.of()));
    }

    /** An agent of an organism, made when there is none. */
    public String agent(String organism) {
        return agent("agent." + organism, organism);
    }

    /** An agent with this login in the organism's group. */
    public String agent(String login, String organism) {
        return agents.agent(login, organisms.of(organism));
    }

    /** A supervisor with this login, who is no agent. */
    public String supervisor(String login, String organism) {
        return agents.supervisor(login, organisms.of(organism));
    }

    /** The supervisor of these organisms, at work for the first. */
    public Supervisor supervisorOf(String... codes) {
        return agents.supervisor(Stream.of(codes).map(organisms::of).toList());
    }

    /** A browser signed in as an agent or supervisor. */
    public Browser agentBrowser(String login, int port) {
        Browser browser = new Browser(port);
        browser.signIn("/agents", login, PASSWORD);
        return browser;
    }

    /** The one task of a request. */
    public Task task(String number) {
        return taskQueries.createTaskQuery().processInstanceBusinessKey(number).singleResult();
    }

    /** The organism's agent takes the request in charge. */
    public void take(String number) {
        take(number, agent(number.substring(2, 5)));
    }

    /** This agent takes the request in charge. */
    public void take(String number, String agent) {
        String task = task(number).getId();
        tasks.claim(agent, task);
        tasks.submit(agent, task, Map.of());
    }

    /** The organism's agent answers the request, or the last question. */
    public void answer(String number, String text) {
        tasks.submit(agent(number.substring(2, 5)), task(number).getId(), Map.of("answer", text));
    }

    /** The partner asks a question. */
    public void ask(Desk desk, String number, String text) {
        requests.followUp(desk, number, submission(Map.of("message", text)));
    }

    /** Deposited, taken in charge and answered. */
    public String resolved(Desk desk) {
        String number = deposit(desk, "partners.case-review");
        take(number);
        answer(number, "La réponse");
        return number;
    }

    /** Whether the request's process is still alive. */
    public boolean isAlive(String number) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .count()
                == 1;
    }

    /** Runs the request's timers that are due by the engine's clock. Returns how many there were. */
    public int runDueTimers(String number) {
        List<Job> due = jobs.createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .singleResult()
                        .getId())
                .timers()
                .executable()
                .list();
        due.forEach(job -> jobs.executeJob(job.getId()));
        return due.size();
    }

    /** Moves the engine's clock, by the calendar as deadlines are; {@code ClockUtil.reset()} after the test. */
    public void later(Duration duration) {
        var then = LocalDateTime.now(clock).plus(duration).atZone(clock.getZone());
        ClockUtil.setCurrentTime(Date.from(then.toInstant()));
    }

    /** The request's status as lists show it. */
    public String status(String number) {
        return jdbc.sql("select status_label from request where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    /** "CHAUSSON Victor", as histories show the people of this world. */
    public static String name() {
        return "Chausson".toUpperCase(Locale.FRENCH) + " Victor";
    }
}
