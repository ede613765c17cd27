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
                .contains("personne du même nom", first, "0\u00a0min chez nous")
                .doesNotContain(elsewhere);
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
