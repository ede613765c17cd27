package org.navette.partners.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.Modeler.changed;
import static org.navette.engine.web.AgentBrowser.ENGINE;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Modeler;
import org.navette.NavetteTest;
import org.navette.engine.web.AgentBrowser;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@NavetteTest
@DisplayName("What a process owner deploys takes effect without a restart")
class NewVersionsTest extends DeskOverHttp {

    private static final String CONTACT = "partners.contact";

    @Autowired
    RuntimeService runtime;

    private Modeler owner;

    @BeforeEach
    void open(@Autowired ApplicationContext application) {
        owner = new Modeler(application, port);
    }

    @AfterEach
    void takeBack() {
        owner.close();
    }

    @Test
    @DisplayName("COMM-13 a changed diagram is lived by new requests; running ones finish on their own")
    void diagram() {
        String before = world.deposit(desk, REVIEW);
        owner.deploy(Map.of(
                "partner-request.bpmn",
                changed("processes/partners/partner-request.bpmn", "name=\"Pris en charge\"", "name=\"En cours\"")));
        String after = world.deposit(desk, REVIEW);
        world.take(before);
        world.take(after);
        assertThat(world.status(before)).isEqualTo("Pris en charge");
        assertThat(world.status(after)).isEqualTo("En cours");
        assertThat(browser.get(Paths.request(after)).text()).contains("En cours");
        world.answer(before, "La réponse");
        assertThat(world.status(before)).isEqualTo("Résolu");
        assertThat(browser.get(Paths.REQUESTS).text()).contains("En cours");
    }

    @Test
    @DisplayName("COMM-13 a changed table is applied to the next page")
    void table() {
        assertThat(browser.get(Paths.DEPOSIT).text()).contains("Demander un document");
        owner.deploy(Map.of(
                "partner-offers.dmn",
                changed("dmn/partners/partner-offers.dmn", "\"Demander un document\"", "\"Obtenir une attestation\"")));
        assertThat(browser.get(Paths.DEPOSIT).text())
                .contains("Obtenir une attestation")
                .doesNotContain("Demander un document");
        owner.close();
        assertThat(browser.get(Paths.DEPOSIT).text()).contains("Demander un document");
    }

    @Test
    @DisplayName("COMM-13 a changed form is shown and checked at once; earlier requests keep theirs, also for agents")
    void form() {
        String before = world.deposit(desk, CONTACT);
        WebForm opened = WebForm.deposit(browser, CONTACT);
        owner.deploy(Map.of(
                CONTACT + ".form",
                changed("forms/partners/" + CONTACT + ".form", "\"label\": \"Commentaires\"", "\"label\": \"Récit\"")
                        .replace("\"maxLength\": 5000", "\"maxLength\": 20")));
        WebForm.deposit(browser, CONTACT)
                .refused(
                        WebForm.deposit(browser, CONTACT).send(answers("Ce récit est bien trop long pour elle.")),
                        "comment",
                        "20 caractères au plus");
        String after = number(WebForm.deposit(browser, CONTACT).send(answers("Un récit")));
        assertThat(browser.get(Paths.request(after)).text()).contains("Récit");
        assertThat(browser.get(Paths.request(before)).text())
                .contains("Commentaires")
                .doesNotContain("Récit");
        assertThat(agent().get("/agents/dossiers/" + world.task(after).getId()).body())
                .contains("Récit");
        assertThat(agent().get("/agents/dossiers/" + world.task(before).getId()).body())
                .contains("Commentaires");
        String filledInMeanwhile = number(opened.send(answers("Un commentaire de plus de vingt signes")));
        assertThat(browser.get(Paths.request(filledInMeanwhile)).text()).contains("Commentaires");
    }

    @Test
    @DisplayName("COMM-13 an agent's form deployed alone is that of new requests; those under way keep theirs")
    void agentsForm() {
        String before = world.deposit(desk, REVIEW);
        owner.deploy(Map.of(
                "partner-request.answer.form",
                changed("forms/partners/partner-request.answer.form", "\"Réponse\"", "\"Notre réponse\"")
                        .replace("\"maxLength\": 5000", "\"maxLength\": 20")));
        String after = world.deposit(desk, REVIEW);
        world.take(before);
        world.take(after);
        AgentBrowser agent = agent();
        assertThat(form(agent, before)).contains("\"Réponse\"").doesNotContain("Notre réponse");
        assertThat(form(agent, after)).contains("\"Notre réponse\"");

        String text = "Une réponse de plus de vingt signes";
        var refused = answer(agent, after, text);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Notre réponse");
        assertThat(answer(agent, before, text).statusCode()).isEqualTo(204);
        assertThat(answer(agent, after, "Courte").statusCode()).isEqualTo(204);
        assertThat(world.status(before)).isEqualTo("Résolu");
        assertThat(world.status(after)).isEqualTo("Résolu");
    }

    @Test
    @DisplayName("COMM-04 the versions noted at the start are the forms' numbers, one small variable")
    void oneVariable() {
        String number = world.deposit(desk, REVIEW);
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult();
        Map<String, Object> variables = runtime.getVariables(instance.getId());
        assertThat(variables.keySet())
                .isEqualTo(Set.of(
                        "number",
                        "organism",
                        "offer",
                        "title",
                        "reason",
                        "reasonTitle",
                        "formVersions",
                        "priority",
                        "takeDays",
                        "answerDays"));
        assertThat(variables.get("formVersions").toString())
                .matches("partner-request.answer:\\d+ partner-request.answer-message:\\d+"
                        + " partner-request.take-in-charge:\\d+");
    }

    private AgentBrowser agent() {
        return AgentBrowser.signedIn(port, world.agent("331"), PartnerWorld.PASSWORD);
    }

    private String form(AgentBrowser agent, String number) {
        return agent.get(ENGINE + "/task/" + world.task(number).getId() + "/deployed-form")
                .body();
    }

    private java.net.http.HttpResponse<String> answer(AgentBrowser agent, String number, String text) {
        return agent.post(
                ENGINE + "/task/" + world.task(number).getId() + "/submit-form",
                "{\"variables\":{\"answer\":{\"value\":\"" + text + "\"}}}");
    }

    private Map<String, Object> answers(String comment) {
        Map<String, Object> answers = new java.util.HashMap<>(world.answers(CONTACT));
        answers.put("comment", comment);
        return answers;
    }

    private static String number(org.navette.Browser.Page answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
        return answer.location().replaceAll("\\D", "");
    }
}
