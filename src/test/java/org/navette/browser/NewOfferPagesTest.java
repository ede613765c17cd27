package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.navette.browser.Tasklist.card;
import static org.navette.browser.Tasklist.filter;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Modeler;
import org.navette.SixthOffer;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@BrowserTest
@DisplayName("An offer that a process owner has just deployed")
class NewOfferPagesTest {

    @Autowired
    PartnerWorld world;

    @LocalServerPort
    int port;

    private Modeler owner;

    @BeforeEach
    void deploy(@Autowired ApplicationContext application) {
        owner = new Modeler(application, port);
        owner.deploy(SixthOffer.files());
    }

    @AfterEach
    void takeBack() {
        owner.close();
    }

    @Test
    @DisplayName("COMM-14 is deposited by typing and clicking, its condition included, and answered in Tasklist")
    void depositAndAnswer(Visitor partner, Visitor agent) {
        partner.at(world, world.desk("331"));
        DepositSteps.begin(partner, SixthOffer.TITLE).looks("deposit-sixth-offer");
        partner.select("Motif de l'équipement").selectOption("Lit médicalisé");
        partner.field("Nombre d'appareils").fill("2");
        assertThat(partner.page.getByText("Adresse de livraison")).hasCount(0);
        partner.page.getByLabel("À domicile").check();
        partner.field("Adresse de livraison").fill("3 rue des Lilas");
        partner.field("Précisions").fill("Pour le retour à la maison.");
        partner.button("Valider").click();
        partner.sees("Demande envoyée").link("Consulter la demande").click();
        partner.reads("Lit médicalisé").reads("3 rue des Lilas");
        String number = partner.path().replaceAll("\\D", "");

        Tasklist.signIn(agent, world.agent("331"));
        filter(agent, "À prendre en charge").click();
        card(agent, number).click();
        assertThat(agent.page.locator(".dossier")).containsText(SixthOffer.TITLE);
        assertThat(agent.page.locator(".dossier")).containsText("Motif de l'équipement");
        agent.page.locator("button.claim").click();
        Tasklist.form(agent);
        Tasklist.complete(agent);
        filter(agent, "Mes tâches").click();
        card(agent, number).click();
        Tasklist.form(agent);
        agent.page.locator(".fjs-container textarea").fill("Deux lits sont commandés.");
        Tasklist.complete(agent);

        partner.page.reload();
        partner.reads("Deux lits sont commandés.");
        assertThat(partner.page.locator(".status").first()).hasText("Résolu");
    }
}
