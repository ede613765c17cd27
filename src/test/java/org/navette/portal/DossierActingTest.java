package org.navette.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("Acting from the dossier")
class DossierActingTest {

    private static final String ORGANISM = "331";

    @LocalServerPort
    int port;

    @Autowired
    PartnerWorld world;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("PART-13 one press takes a request in charge and leads to its answer, which the same page sends")
    void wholeLife() {
        String number = world.deposit(world.desk(ORGANISM), "partners.case-review");
        var agent = agent(world.agent(ORGANISM));
        String first = address(number);
        assertThat(agent.get(first).text()).contains("Prendre en charge");
        Browser.Page taken = agent.json("POST", first + "/prise", null);
        assertThat(taken.status()).isEqualTo(200);
        String second = address(number);
        assertThat(taken.body()).isEqualTo("{\"next\":\"" + world.task(number).getId() + "\"}");
        assertThat(agent.get(second).body()).contains("data-task-form", "Répondre et terminer la tâche");
        assertThat(status(number)).isEqualTo("taken");

        Browser.Page sent = agent.json("POST", second + "/reponse", "{\"answer\":\"Les droits sont ouverts.\"}");
        assertThat(sent.body()).isEqualTo("{}");
        assertThat(status(number)).isEqualTo("resolved");
    }

    @Test
    @DisplayName("PART-13 a task that a colleague has taken meanwhile is refused with a sentence, and stays theirs")
    void colleague() {
        String number = world.deposit(world.desk(ORGANISM), "partners.case-review");
        world.take(number);
        var colleague = agent(world.agent("colleague.331", ORGANISM));
        String address = address(number);
        assertThat(colleague.get(address).text())
                .contains("Cette tâche est attribuée à")
                .doesNotContain("terminer la tâche");
        for (var call : Map.of("/prise", "", "/reponse", "{\"answer\":\"non\"}").entrySet()) {
            Browser.Page refused = colleague.json("POST", address + call.getKey(), call.getValue());
            assertThat(refused.status()).as(call.getKey()).isEqualTo(409);
            assertThat(refused.body()).contains("message").doesNotContain("Exception");
        }
        assertThat(colleague
                        .json("PUT", address + "/brouillon", "{\"answer\":\"non\"}")
                        .status())
                .isEqualTo(409);
        assertThat(status(number)).isEqualTo("taken");
    }

    @Test
    @DisplayName("COMM-10 a draft is kept on the server while the agent types, and goes when the answer is sent")
    void draft() {
        String number = world.deposit(world.desk(ORGANISM), "partners.case-review");
        world.take(number);
        String login = world.agent(ORGANISM);
        String address = address(number);
        var first = agent(login);
        first.get(address);
        Browser.Page kept = first.json("PUT", address + "/brouillon", "{\"answer\":\"Brouillon d'été\"}");
        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.body()).containsPattern("\\{\"at\":\"\\d\\d/\\d\\d/\\d{4} \\d\\dh\\d\\d\"}");

        var another = agent(login);
        assertThat(another.get(address).body()).as("another browser").contains("Brouillon d&#39;été");
        another.json("POST", address + "/reponse", "{\"answer\":\"Réponse\"}");
        assertThat(jdbc.sql("select count(*) from task_draft where answers::text like '%Brouillon d''été%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("COMM-10 what is no form, wrong or far too long is refused with a sentence")
    void badInput() {
        String number = world.deposit(world.desk(ORGANISM), "partners.case-review");
        world.take(number);
        var agent = agent(world.agent(ORGANISM));
        String address = address(number);
        agent.get(address);
        for (String body : new String[] {
            "",
            "{",
            "[]",
            "null",
            "{}",
            "{\"answer\":5}",
            "{\"answer\":\"a\",\"agent\":\"me\"}",
            "{\"answer\":\"" + "a".repeat(5001) + "\"}",
            "{\"answer\":\"" + "a".repeat(300_000) + "\"}"
        }) {
            Browser.Page refused = agent.json("POST", address + "/reponse", body);
            assertThat(refused.status())
                    .as(body.substring(0, Math.min(40, body.length())))
                    .isEqualTo(409);
            assertThat(refused.body()).contains("\"message\":").doesNotContain("Exception");
        }
        assertThat(status(number)).isEqualTo("taken");
    }

    @Test
    @DisplayName("COMM-10 colleagues read each other's notes; the partner never does")
    void notes() {
        var desk = world.desk(ORGANISM);
        String number = world.deposit(desk, "partners.case-review");
        world.take(number);
        var colleague = agent(world.agent("colleague.331", ORGANISM));
        String address = address(number);
        colleague.get(address);
        assertThat(colleague
                        .json("POST", address + "/notes", "{\"text\":\"Attendre l'été <b>\"}")
                        .status())
                .isEqualTo(201);
        assertThat(agent(world.agent(ORGANISM)).get(address).text()).contains("Attendre l'été <b>");
        world.answer(number, "Voici");
        assertThat(world.browser(desk, port)
                        .get("/partenaires/demandes/" + number)
                        .text())
                .contains("Voici")
                .doesNotContain("Attendre l'été");
        var other = agent(world.agent("623"));
        other.get("/agents/connexion");
        assertThat(other.json("POST", address + "/notes", "{\"text\":\"non\"}").status())
                .isIn(403, 409);
        for (String body : new String[] {"{}", "{\"text\":\" \"}", "{\"text\":\"" + "a".repeat(5001) + "\"}"}) {
            String next = world.deposit(desk, "partners.case-review");
            assertThat(colleague.json("POST", address(next) + "/notes", body).status())
                    .isEqualTo(409);
        }
    }

    @Test
    @DisplayName(
            "COMM-10 the dossier lists the organism's other requests about a person of the same name, and the waits")
    void samePerson() {
        String first = world.deposit(world.desk(ORGANISM), "partners.case-review");
        String elsewhere = world.deposit(world.desk("623"), "partners.case-review");
        String second = world.deposit(world.desk(ORGANISM), "partners.case-review");
        assertThat(agent(world.agent(ORGANISM)).get(address(second)).text())
                .contains("demandes au même nom", first, "0\u00a0min chez nous")
                .doesNotContain(elsewhere);
    }

    @Test
    @DisplayName("COMM-10 a task is handed to a colleague with a reason and its draft; the partner reads nothing of it")
    void handOver() {
        var desk = world.desk(ORGANISM);
        String number = world.deposit(desk, "partners.case-review");
        world.take(number);
        String receiver = world.agent("colleague.331", ORGANISM);
        var agent = agent(world.agent(ORGANISM));
        String address = address(number);
        assertThat(agent.get(address).text()).contains("Confier la tâche", "Le groupe : chacun peut la prendre");
        agent.json("PUT", address + "/brouillon", "{\"answer\":\"Début de réponse\"}");
        assertThat(handOver(agent, address, receiver, "Je pars en congé").status())
                .isEqualTo(200);
        assertThat(world.task(number).getAssignee()).isEqualTo(receiver);

        assertThat(agent.get(address).text())
                .as("no longer the agent's")
                .doesNotContain("Confier la tâche")
                .contains("Tâche « Répondre » confiée à Agent 331", "Je pars en congé");
        assertThat(agent(receiver).get(address).body()).contains("Début de réponse");
        assertThat(world.browser(desk, port)
                        .get("/partenaires/demandes/" + number)
                        .text())
                .contains("Pris en charge")
                .doesNotContain("confiée", "congé");
    }

    @Test
    @DisplayName("COMM-10 a supervisor gives any task of the organism away, no one else does")
    void handedOverBySupervisor() {
        String number = world.deposit(world.desk(ORGANISM), "partners.case-review");
        world.take(number);
        String address = address(number);
        String receiver = world.agent("colleague.331", ORGANISM);
        var colleague = agent(receiver);
        assertThat(colleague.get(address).text()).doesNotContain("Confier la tâche");
        assertThat(handOver(colleague, address, receiver, "Je la veux").status())
                .isEqualTo(409);
        var elsewhere = agent(world.supervisor("chief.623", "623"));
        elsewhere.get("/agents/gestion/absences");
        assertThat(handOver(elsewhere, address, "", "Non").status()).isEqualTo(409);

        var supervisor = agent(world.supervisor("chief.331", ORGANISM));
        assertThat(supervisor.get(address).text()).contains("Confier la tâche");
        assertThat(handOver(supervisor, address, "", "Absence imprévue").status())
                .isEqualTo(200);
        assertThat(world.task(number).getAssignee()).isNull();
        assertThat(supervisor.get(address).text()).contains("Tâche « Répondre » remise au groupe");
    }

    @Test
    @DisplayName("COMM-10 a hand-over without reason, far too long, or to somebody out of the group changes nothing")
    void refusedHandOver() {
        String number = world.deposit(world.desk(ORGANISM), "partners.case-review");
        world.take(number);
        var agent = agent(world.agent(ORGANISM));
        String address = address(number);
        agent.get(address);
        assertThat(handOver(agent, address, "", " ").body()).contains("Indiquez pourquoi");
        assertThat(handOver(agent, address, "", "a".repeat(501)).body()).contains("500 caractères");
        String stranger = world.agent("623");
        for (String to : new String[] {stranger, "nobody", "chief.331", "%"}) {
            Browser.Page refused = handOver(agent, address, to, "Motif");
            assertThat(refused.status()).as(to).isEqualTo(409);
            assertThat(refused.body()).contains("\"message\":").doesNotContain("Exception");
        }
        assertThat(world.task(number).getAssignee()).isEqualTo("agent.331");
        assertThat(agent.get(address).text()).doesNotContain("confiée", "remise au groupe");
    }

    @Test
    @DisplayName("COMM-10 a NUL in whatever an agent sends is refused with a sentence, and nothing is stored")
    void nul() {
        String number = world.deposit(world.desk(ORGANISM), "partners.case-review");
        world.take(number);
        var agent = agent(world.agent(ORGANISM));
        String address = address(number);
        agent.get(address);
        Map<String, String> calls = Map.of(
                "/transmission", "{\"colleague\":\"\",\"reason\":\"a\\u0000b\"}",
                "/notes", "{\"text\":\"a\\u0000b\"}",
                "/reponse", "{\"answer\":\"a\\u0000b\"}");
        calls.forEach((path, body) -> {
            Browser.Page refused = agent.json("POST", address + path, body);
            assertThat(refused.status()).as(path).isEqualTo(409);
            assertThat(refused.body()).contains("caractères qui ne peuvent pas être enregistrés");
        });
        assertThat(agent.json("PUT", address + "/brouillon", "{\"answer\":[\"a\\u0000b\"]}")
                        .status())
                .isEqualTo(409);
        assertThat(handOver(agent, address, "\\u0000", "Motif").status()).isEqualTo(409);
        assertThat(agent.get(address).text()).doesNotContain("remise au groupe");
    }

    private static Browser.Page handOver(Browser agent, String address, String to, String reason) {
        return agent.json(
                "POST", address + "/transmission", "{\"colleague\":\"" + to + "\",\"reason\":\"" + reason + "\"}");
    }

    private String address(String number) {
        return "/agents/dossiers/" + world.task(number).getId();
    }

    private String status(String number) {
        return jdbc.sql("select status_code from request where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private Browser agent(String login) {
        var browser = new Browser(port);
        browser.signIn("/agents", login, PartnerWorld.PASSWORD);
        return browser;
    }
}
