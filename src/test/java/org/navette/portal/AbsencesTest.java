package org.navette.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.engine.Absences;
import org.navette.engine.TaskRefused;
import org.navette.engine.Tasks;
import org.navette.partners.Desk;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NavetteTest
@DisplayName("The absence of an agent")
class AbsencesTest {

    private static final String ORGANISM = "331";
    private static final String PAGE = "/agents/gestion/absences";

    @LocalServerPort
    int port;

    @Autowired
    PartnerWorld world;

    @Autowired
    TaskService taskQueries;

    @Autowired
    Tasks tasks;

    @Autowired
    Absences absences;

    @Autowired
    Clock clock;

    String away;
    String colleague;
    Desk desk;

    @BeforeEach
    void people() {
        away = world.agent("away." + UUID.randomUUID(), ORGANISM);
        colleague = world.agent("there." + UUID.randomUUID(), ORGANISM);
        desk = world.desk(ORGANISM);
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("COMM-10 a supervisor sees all tasks of an agent, then moves them to a colleague in one action")
    void toColleague() {
        List<String> numbers = List.of(taken(), taken(), taken());
        var supervisor = supervisor();
        assertThat(supervisor.get(PAGE + "?agent=" + away).text())
                .contains("3 tâches changeront de mains", "n° " + numbers.get(0), "n° " + numbers.get(2), "Répondre");
        Browser.Page moved = move(supervisor, colleague, "Congé maladie", "");
        assertThat(moved.status()).isEqualTo(302);
        assertThat(supervisor.get(PAGE).text()).contains("ont été confiées à la personne choisie.");
        assertThat(held(away)).isZero();
        assertThat(held(colleague)).isEqualTo(3);
        assertThat(dossier(supervisor, numbers.get(1)))
                .contains("Tâche « Répondre » confiée à Agent 331", "Congé maladie");
        assertThat(supervisor.get(PAGE + "?agent=" + away).text()).contains("Aucune tâche ne lui est attribuée");
    }

    @Test
    @DisplayName("COMM-10 until an absent agent is back, a partner's question goes to the group instead")
    void untilBack() {
        String number = taken();
        tasks.submit(away, world.task(number).getId(), Map.of("answer", "La réponse"));
        var supervisor = supervisor();
        move(supervisor, "", "", LocalDate.now(clock).plusDays(3).toString());
        assertThat(supervisor.get(PAGE).text()).contains("De retour le");
        world.ask(desk, number, "Et pour mai ?");
        assertThat(world.task(number).getAssignee()).isNull();

        String another = taken();
        assertThat(world.task(another).getAssignee()).as("who acts is there").isEqualTo(away);
        tasks.submit(away, world.task(another).getId(), Map.of("answer", "La réponse"));
        world.later(Duration.ofDays(3));
        world.ask(desk, another, "Et pour juin ?");
        assertThat(world.task(another).getAssignee()).as("the day of return").isEqualTo(away);
    }

    @Test
    @DisplayName("COMM-10 an absence ends earlier when a supervisor says so")
    void back() {
        String number = taken();
        tasks.submit(away, world.task(number).getId(), Map.of("answer", "La réponse"));
        var supervisor = supervisor();
        move(supervisor, "", "", LocalDate.now(clock).plusDays(3).toString());
        supervisor.get(PAGE);
        supervisor.post(PAGE + "/retour", Map.of("agent", away));
        world.ask(desk, number, "Et pour mai ?");
        assertThat(world.task(number).getAssignee()).isEqualTo(away);
    }

    @Test
    @DisplayName("COMM-10 wrong values are told beside their fields, and nothing has moved")
    void badInput() {
        String number = taken();
        var supervisor = supervisor();
        supervisor.get(PAGE);
        LocalDate today = LocalDate.now(clock);
        for (String date : List.of(
                "31/02/2027",
                "2027-02-31",
                today.toString(),
                today.plusDays(367).toString(),
                "x")) {
            Browser.Page refused = move(supervisor, colleague, "Motif", date);
            assertThat(refused.status()).as(date).isEqualTo(422);
            assertThat(refused.body()).contains("id=\"backOn-error\"", "Motif");
        }
        for (String to : List.of("nobody", away, world.agent("623"), "x".repeat(5000))) {
            assertThat(move(supervisor, to, "", "").body()).as(to).contains("id=\"to-error\"");
        }
        assertThat(move(supervisor, "", "a".repeat(501), "").body()).contains("id=\"reason-error\"");
        assertThat(supervisor.post(PAGE, Map.of("agent", "nobody")).status()).isEqualTo(422);
        assertThat(supervisor.post(PAGE + "/retour", Map.of("agent", "nobody")).status())
                .isEqualTo(404);
        assertThat(world.task(number).getAssignee()).isEqualTo(away);
    }

    @Test
    @DisplayName("COMM-10 nobody but a supervisor of the organism moves or sees an agent's tasks")
    void strangers() {
        String number = taken();
        var agent = signedIn(colleague);
        assertThat(agent.get(PAGE).status()).isEqualTo(403);
        var elsewhere = signedIn(world.supervisor("chief.623", "623"));
        assertThat(elsewhere.get(PAGE + "?agent=" + away).text()).doesNotContain("changera", number);
        assertThat(elsewhere.post(PAGE, Map.of("agent", away)).status()).isEqualTo(422);
        assertThat(absences.tasks("chief.623", away)).isEmpty();
        assertThat(absences.tasks(colleague, away)).isEmpty();
        assertThat(world.task(number).getAssignee()).isEqualTo(away);
    }

    @Test
    @DisplayName("COMM-10 a move against the agent's own answers: each task is answered or moved, none fails")
    void race() throws Exception {
        List<String> numbers = List.of(taken(), taken(), taken(), taken(), taken(), taken());
        String supervisor = world.supervisor("chief.331", ORGANISM);
        Callable<Object> move = () -> absences.move(supervisor, away, colleague, "Absence");
        Callable<Object> answer = () -> {
            for (int i = numbers.size() - 1; i >= 0; i--) {
                String number = numbers.get(i);
                try {
                    tasks.submit(away, world.task(number).getId(), Map.of("answer", "La réponse"));
                } catch (TaskRefused | ProcessEngineException moved) {
                    // the supervisor was first
                }
            }
            return null;
        };
        assertThat(AtOnce.call(List.of(move, answer))).allMatch(AtOnce.Outcome::won);
        for (String number : numbers) {
            if (world.status(number).equals("Résolu")) {
                assertThat(world.task(number)).isNull();
            } else {
                assertThat(world.task(number).getAssignee()).as(number).isEqualTo(colleague);
            }
        }
        assertThat(held(away)).isZero();
    }

    private String taken() {
        String number = world.deposit(desk, "partners.case-review");
        world.take(number, away);
        return number;
    }

    private long held(String login) {
        return taskQueries.createTaskQuery().taskAssignee(login).count();
    }

    private String dossier(Browser browser, String number) {
        return browser.get("/agents/dossiers/" + world.task(number).getId()).text();
    }

    private Browser.Page move(Browser supervisor, String to, String reason, String backOn) {
        supervisor.get(PAGE + "?agent=" + away);
        return supervisor.post(PAGE, Map.of("agent", away, "to", to, "reason", reason, "backOn", backOn));
    }

    private Browser supervisor() {
        return signedIn(world.supervisor("chief.331", ORGANISM));
    }

    private Browser signedIn(String login) {
        var browser = new Browser(port);
        browser.signIn("/agents", login, PartnerWorld.PASSWORD);
        return browser;
    }
}
