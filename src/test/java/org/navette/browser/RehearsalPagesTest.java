package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Modeler;
import org.navette.Rehearser;
import org.navette.SixthOffer;
import org.navette.partners.Desk;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@BrowserTest
@DisplayName("A process owner at the page of models")
class RehearsalPagesTest {

    private static final String REQUEST = "partner-request.bpmn";

    @Autowired
    PartnerWorld world;

    @LocalServerPort
    int port;

    private Rehearser rehearser;

    @BeforeEach
    void open(@Autowired ApplicationContext application) {
        rehearser = new Rehearser(application, port);
    }

    @AfterEach
    void takeBack() {
        rehearser.close();
    }

    @Test
    @DisplayName("COMM-13 rehearses a diagram, applies it, sees requests move and goes back")
    void rehearseApplyReturn(Visitor owner) {
        Desk desk = world.desk("331");
        world.deposit(desk, "partners.case-review");
        String taken = world.deposit(desk, "partners.case-review");
        world.take(taken);
        world.resolved(desk);
        signIn(owner).looks("models");

        owner.expecting(422);
        choose(owner, Map.of(REQUEST, changed("value=\"RESOLVED\"", "value=\"SOLVED\"")));
        owner.button("Répéter").click();
        assertThat(owner.page.locator("[data-error-summary]")).containsText("La phase « SOLVED » n'existe pas");
        assertThat(owner.page.locator("[data-error-summary]")).containsText("Résolu\u202f/ Event_Resolved");
        owner.looks("models-refused");

        choose(owner, Map.of(REQUEST, otherId()));
        owner.button("Répéter").click();
        owner.sees("Répétition d'un déploiement")
                .reads("Peuvent passer")
                .reads("« Répondre » n'est plus dans la nouvelle version")
                .looks("rehearsal");
        owner.illustrate("repetition");

        owner.page.getByLabel("Faire passer à la nouvelle version").check();
        owner.button("Appliquer").click();
        owner.reads("Appliqué le").reads("Le passage est en cours.");
        rehearser.finishMoves();
        owner.link("Actualiser").click();
        owner.reads("n° " + taken).looks("rehearsal-applied");
        assertThat(owner.page.locator("main")).not().containsText("Le passage est en cours.");
        owner.illustrate("application");

        owner.button("Revenir en arrière").click();
        owner.reads("de nouveau en vigueur");
        rehearser.finishMoves();
        owner.page.reload();
        owner.reads("Revenues").looks("rehearsal-undone");
        owner.link("Tous les modèles").click();
        owner.sees("Modèles").reads("Annulé").looks("models-journal");
    }

    @Test
    @DisplayName("COMM-13 COMM-14 applies a new offer, which partners find at once")
    void newOffer(Visitor owner, Visitor partner) {
        signIn(owner);
        choose(owner, SixthOffer.files());
        owner.button("Répéter").click();
        owner.reads("nouveau")
                .reads("nouveau formulaire")
                .reads("Une table s'applique dès le déploiement")
                .looks("rehearsal-offer");
        owner.button("Appliquer").click();
        owner.reads("Appliqué le").reads("Fichiers nouveaux, qui restent déployés : " + SixthOffer.ID + ".form");
        partner.at(world, world.desk("331"));
        partner.open("/partenaires/demandes/nouvelle").reads(SixthOffer.TITLE);
        partner.illustrate("offre-deployee");
    }

    private Visitor signIn(Visitor owner) {
        owner.open("/agents/modeles").sees("Connexion");
        owner.field("Identifiant").fill(Rehearser.LOGIN);
        owner.field("Mot de passe").fill(Rehearser.PASSWORD);
        owner.button("Se connecter").click();
        return owner.sees("Modèles");
    }

    private static void choose(Visitor owner, Map<String, String> files) {
        owner.page
                .getByLabel("Fichiers du paquet")
                .setInputFiles(files.entrySet().stream()
                        .map(file -> new FilePayload(
                                file.getKey(),
                                "application/octet-stream",
                                file.getValue().getBytes(StandardCharsets.UTF_8)))
                        .toArray(FilePayload[]::new));
    }

    private static String changed(String before, String after) {
        return Modeler.changed("processes/partners/" + REQUEST, before, after);
    }

    private static String otherId() {
        return Modeler.shipped("processes/partners/" + REQUEST)
                .replaceAll("UserTask_Answer(?=[\"<])", "UserTask_Reply");
    }
}
