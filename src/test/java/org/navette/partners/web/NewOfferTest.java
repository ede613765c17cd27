package org.navette.partners.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.engine.web.AgentBrowser.ENGINE;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.Modeler;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.SixthOffer;
import org.navette.engine.web.AgentBrowser;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@NavetteTest
@DisplayName("COMM-14 A sixth offer")
class NewOfferTest extends DeskOverHttp {

    private static final String OFFER = SixthOffer.ID;
    private static final String TITLE = SixthOffer.TITLE;

    @Autowired
    SentLetters letters;

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
    @DisplayName("COMM-14 is one form and rows in two tables, deployed from Modeler: no Java, no restart")
    void wholeLife() {
        assertThat(browser.get(Paths.DEPOSIT + "/" + OFFER).status()).isEqualTo(404);
        owner.deploy(SixthOffer.files());

        assertThat(browser.get(Paths.DEPOSIT).text()).contains(TITLE, "Un appareil prescrit à un assuré.");
        WebForm form = WebForm.deposit(browser, OFFER);
        assertThat(form.page().text()).contains(TITLE);
        assertThat(form.choices("reasons")).containsExactly("Fauteuil roulant", "Lit médicalisé");
        assertThat(form.takesFiles()).isTrue();
        String number = deposited(form);
        assertThat(browser.get(Paths.REQUESTS).text()).contains(TITLE);
        assertThat(browser.get(Paths.request(number)).text())
                .contains(TITLE, "Motif de l'équipement Lit médicalisé", "Nombre d'appareils 2")
                .contains("Livraison À domicile", "Adresse de livraison 3 rue des Lilas", "Précisions Un essai");

        AgentBrowser agent = AgentBrowser.signedIn(port, world.agent("331"), PartnerWorld.PASSWORD);
        dossier(agent, number);
        claim(agent, number);
        submit(agent, number, "{}");
        assertThat(letters.lastTo(world.login(desk)).text()).contains(number, TITLE, "prise en charge");
        submit(agent, number, "{\"answer\":{\"value\":\"Deux lits sont commandés.\"}}");
        assertThat(letters.lastTo(world.login(desk)).text()).contains(number, TITLE, "a reçu une réponse");
        assertThat(browser.get(Paths.request(number)).text())
                .contains("Statut Résolu", "Deux lits sont commandés.", "Poser une question");
    }

    @Test
    @DisplayName("COMM-14 is checked by its form, is not offered elsewhere, and its table waits for its form")
    void borders() {
        assertThat(owner.send("partner-offers.dmn", SixthOffer.files().get("partner-offers.dmn"))
                        .body())
                .contains("Rule_Equipment", OFFER, "n'est pas déployé");
        owner.deploy(SixthOffer.files());
        WebForm form = WebForm.deposit(browser, OFFER);
        Browser.Page refused = form.send(Map.of("reason", "c2s-study", "count", 12, "delivery", "desk"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(new WebForm(browser, refused).errors()).containsOnlyKeys("reason", "count", "comment");
        Browser elsewhere = world.browser(world.desk("623"), port);
        assertThat(elsewhere.get(Paths.DEPOSIT).text()).doesNotContain(TITLE);
        assertThat(elsewhere.get(Paths.DEPOSIT + "/" + OFFER).status()).isEqualTo(404);

        owner.close();
        assertThat(browser.get(Paths.DEPOSIT).text()).doesNotContain(TITLE);
        assertThat(browser.get(Paths.DEPOSIT + "/" + OFFER).status()).isEqualTo(404);
    }

    private static String deposited(WebForm form) {
        Browser.Page answer = form.send(Map.of(
                "reason", "bed",
                "count", 2,
                "delivery", "home",
                "address", "3 rue des Lilas",
                "comment", "Un essai"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
        return answer.location().replaceAll("\\D", "");
    }

    private void dossier(AgentBrowser agent, String number) {
        String dossier = agent.get("/agents/dossiers/" + world.task(number).getId())
                .body()
                .replace("&#39;", "'");
        assertThat(dossier).contains(TITLE, "Motif de l'équipement", "Lit médicalisé", "Précisions", "À domicile");
    }

    private void claim(AgentBrowser agent, String number) {
        var claimed = agent.post(
                ENGINE + "/task/" + world.task(number).getId() + "/claim",
                "{\"userId\":\"" + world.agent("331") + "\"}");
        assertThat(claimed.statusCode()).as(claimed.body()).isEqualTo(204);
    }

    private void submit(AgentBrowser agent, String number, String variables) {
        var done = agent.post(
                ENGINE + "/task/" + world.task(number).getId() + "/submit-form", "{\"variables\":" + variables + "}");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
    }
}
