package org.navette.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.directory.Supervisor;
import org.navette.partners.PartnerWorld;
import org.navette.requests.CannedAnswers;
import org.navette.requests.CannedText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

@NavetteTest
@DisplayName("COMM-10 The page of canned answers")
class CannedAnswersOverHttpTest {

    private static final String PAGE = "/agents/gestion/641/reponses-types";
    private static final String NEW = PAGE + "/nouvelle";
    private static final String OFFER = "partners.case-review";

    @LocalServerPort
    int port;

    @Autowired
    PartnerWorld world;

    @Autowired
    CannedAnswers answers;

    @Autowired
    JdbcClient jdbc;

    private Supervisor supervisor;
    private Browser browser;

    @BeforeEach
    void comeIn() {
        supervisor = world.supervisorOf("641");
        jdbc.sql("delete from canned_answer where organism_code = '641'").update();
        jdbc.sql("delete from supervision_journal where organism_code = '641'").update();
        browser = world.agentBrowser(supervisor.login(), port);
    }

    private Browser.Page post(String path, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.putIfAbsent("key", UUID.randomUUID().toString());
        browser.get(NEW);
        return browser.post(path, all);
    }

    @Test
    @DisplayName("COMM-10 a supervisor creates, changes and removes an answer; the page tells each change")
    void life() {
        assertThat(browser.get(PAGE).text()).contains("aucune réponse type", "Aucun changement");
        var form = browser.get(NEW);
        assertThat(form.text()).contains("Toutes les demandes", "Soumettre une demande d'étude de dossier");
        var created =
                post(NEW, Map.of("topic", OFFER + "/ame", "title", "Délai <b>", "body", "Sous dix jours.\r\nMerci."));
        assertThat(created.location()).isEqualTo(PAGE);
        assertThat(browser.follow(created).text())
                .contains("La réponse type « Délai <b> » est créée.", "motif « AME »", "Sabine Superviseur");
        var answer = answers.of(supervisor).get(0);
        assertThat(answer.body()).isEqualTo("Sous dix jours.\nMerci.");

        String one = PAGE + "/" + answer.id();
        assertThat(browser.get(one).body()).contains("Délai &lt;b&gt;");
        var changed = post(one, Map.of("topic", "", "title", "Délai", "body", "Sous huit jours.", "version", "0"));
        assertThat(browser.follow(changed).text()).contains("est modifiée", "Pour toutes les demandes");
        assertThat(browser.get(one + "/supprimer").text()).contains("Sous huit jours.");
        assertThat(browser.follow(post(one + "/supprimer", Map.of())).text())
                .contains("La réponse type est supprimée.", "aucune réponse type");
        assertThat(post(one + "/supprimer", Map.of()).location()).as("again").isEqualTo(PAGE);
    }

    @Test
    @DisplayName("COMM-10 a wrong value is told beside its field, and what was typed is kept")
    void wrong() {
        var page = post(NEW, Map.of("topic", "nulle-part", "title", " ", "body", "é".repeat(5_001)));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("3 points à corriger", "Saisissez le titre.", "Le texte a 5 000 caractères au plus.")
                .contains("Choisissez une offre ou un motif dans la liste.");
        assertThat(page.body()).contains("é".repeat(5_001));
        assertThat(post(NEW, Map.of()).text()).contains("2 points à corriger");
        assertThat(post(NEW, Map.of("key", "x")).status()).isEqualTo(400);
        answers.add(supervisor, UUID.randomUUID(), new CannedText("", "Prise", "x"));
        assertThat(post(NEW, Map.of("title", "prise", "body", "y")).text())
                .contains("Une autre réponse type a déjà ce titre pour les mêmes demandes.");
    }

    @Test
    @DisplayName("COMM-10 who edits what a colleague has changed meanwhile reads both texts and decides")
    void meanwhile() {
        UUID id = UUID.randomUUID();
        answers.add(supervisor, id, new CannedText("", "Titre", "D'abord"));
        answers.change(supervisor, id, 0, new CannedText("", "Titre", "Du collègue"));
        var late = post(PAGE + "/" + id, Map.of("title", "Titre", "body", "De moi", "version", "0"));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text()).contains("Un collègue a modifié", "Du collègue", "De moi");
        var version = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(late.body());
        assertThat(version.find()).isTrue();
        post(PAGE + "/" + id, Map.of("title", "Titre", "body", "De nous deux", "version", version.group(1)));
        assertThat(answers.get(supervisor, id).body()).isEqualTo("De nous deux");
    }

    @Test
    @DisplayName("COMM-10 PART-24 an agent who is no supervisor, and a supervisor of another organism, are refused")
    void refused() {
        UUID id = UUID.randomUUID();
        answers.add(supervisor, id, new CannedText("", "Titre", "Texte"));
        var agent = world.agentBrowser(world.agent("641"), port);
        assertThat(agent.get(PAGE).status()).isEqualTo(403);
        assertThat(agent.get("/agents/gestion").status()).isEqualTo(403);
        assertThat(agent.get("/agents/menu").body()).doesNotContain("gestion", "donnees");
        var other = world.agentBrowser(world.supervisorOf("171").login(), port);
        assertThat(other.get(PAGE).status()).isEqualTo(403);
        assertThat(other.get("/agents/gestion/171/reponses-types/" + id).status())
                .isEqualTo(404);
        assertThat(other.post(PAGE + "/" + id + "/supprimer", Map.of()).status())
                .isEqualTo(403);
        assertThat(answers.get(supervisor, id)).isNotNull();
        assertThat(browser.get("/agents/gestion/nulle-part").status()).isEqualTo(404);
        assertThat(browser.get("/agents/gestion/999/reponses-types").status()).isEqualTo(403);
    }

    @Test
    @DisplayName("PART-25 a supervisor of two organisms passes from one to the other, and each page says whose it is")
    void twoOrganisms() {
        var both = world.supervisorOf("171", "241");
        var person = world.agentBrowser(both.login(), port);
        assertThat(person.get("/agents/gestion/reponses-types").location())
                .isEqualTo("/agents/gestion/171/reponses-types");
        assertThat(person.get("/agents/menu").body()).contains("/agents/gestion");
        assertThat(person.get("/agents/gestion/241/reponses-types").text())
                .contains("CPAM DORDOGNE", "Passer à CPAM CHARENTE-MARITIME");
    }

    @Test
    @DisplayName("COMM-10 the dossier offers the answers that fit to who has the task, and to nobody else")
    void dossier() {
        answers.add(supervisor, UUID.randomUUID(), new CannedText("", "Pour tous", "Texte « commun »"));
        answers.add(supervisor, UUID.randomUUID(), new CannedText(OFFER + "/c2s-study", "Ailleurs", "Autre texte"));
        String number = world.deposit(world.desk("641"), OFFER, Map.of("reason", "ame"));
        var agent = world.agentBrowser(world.agent("641"), port);
        assertThat(agent.get("/agents/dossiers/" + world.task(number).getId()).body())
                .doesNotContain("Texte « commun »");
        world.take(number);
        String body = HtmlUtils.htmlUnescape(
                agent.get("/agents/dossiers/" + world.task(number).getId()).body());
        assertThat(body)
                .contains("\"title\":\"Pour tous\"", "Texte « commun »", "Pour toutes les demandes")
                .doesNotContain("Autre texte");
        var colleague = world.agentBrowser(world.agent("colleague.641", "641"), port);
        assertThat(colleague
                        .get("/agents/dossiers/" + world.task(number).getId())
                        .body())
                .doesNotContain("Texte « commun »");
    }
}
