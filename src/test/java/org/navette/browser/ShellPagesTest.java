package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.directory.News;
import org.navette.directory.NewsInForce;
import org.navette.partners.Desk;
import org.navette.partners.Member;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BrowserTest
@DisplayName("What stands around the pages")
class ShellPagesTest {

    @Autowired
    PartnerWorld world;

    @Autowired
    NewsInForce news;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    @DisplayName("PART-04 identity card, manual, accessibility and legal pages are one click away; logging out ends it")
    void banner(Visitor visitor) {
        Desk desk = world.desk("331");
        visitor.at(world, desk).sees("Déposer une demande");
        Locator card = visitor.page.locator(".identity__card");
        assertThat(card).isHidden();
        visitor.page.locator(".identity summary").click();
        assertThat(card).containsText("Victor Chausson");
        assertThat(card).containsText(desk.structure().name());
        visitor.looks("identity-menu");
        visitor.page.keyboard().press("Escape");
        assertThat(card).isHidden();
        visitor.page.locator(".identity summary").click();
        visitor.link("Ma fiche d'identification").click();
        visitor.sees("Fiche d'identification").reads("Technicien partenaire").looks("identity");
        visitor.link("Manuel utilisateur").click();
        visitor.sees("Manuel utilisateur").reads("Compléter ou annuler").looks("help-technician");
        visitor.link("Accessibilité").click();
        visitor.sees("Accessibilité").looks("accessibility");
        visitor.link("Mentions légales").click();
        visitor.sees("Mentions légales").looks("legal");
        visitor.page.locator(".banner__logo").click();
        visitor.sees("Déposer une demande");
        visitor.page.locator(".identity summary").click();
        visitor.button("Se déconnecter").click();
        visitor.sees("Connexion").reads("Vous êtes déconnecté.");
        visitor.open("/partenaires/demandes").sees("Connexion");
    }

    @Test
    @DisplayName("PART-05 news in force stand on the home page, which leads on")
    void news(Visitor visitor) {
        UUID id = UUID.randomUUID();
        Desk desk = world.desk("401");
        LocalDate today = LocalDate.now(clock);
        news.save(new News(
                id,
                "401",
                "Fermeture exceptionnelle de l'accueil",
                "L'accueil de Mont-de-Marsan est fermé vendredi.\nLes demandes déposées ici sont traitées comme d'habitude.",
                today.minusDays(1),
                today.plusDays(1),
                Instant.now(clock)));
        try {
            visitor.at(world, desk)
                    .sees("Actualités de CPAM LANDES")
                    .reads("Fermeture exceptionnelle de l'accueil")
                    .looks("news");
            visitor.page.locator("main").getByText("Déposer une demande").click();
            visitor.sees("Déposer une demande");
        } finally {
            jdbc.sql("delete from news where id = ?").param(id).update();
        }
    }

    @Test
    @DisplayName("PART-05 a manager without news lands on the accounts; the manual and the offers speak to managers")
    void manager(Visitor visitor) {
        Desk manager = world.colleague(world.desk("331"), Member.Role.MANAGER);
        visitor.at(world, manager).sees("Gestion des comptes").looks("accounts");
        assertThat(visitor.link("Déposer une demande")).hasCount(0);
        visitor.link("Manuel utilisateur").click();
        visitor.reads("gestionnaires partenaires").looks("help-manager");
        visitor.link("Historique des demandes").click();
        visitor.sees("Historique des demandes").looks("history-empty");
    }

    @Test
    @DisplayName("COMM-02 an idle session is announced two minutes before its end, and can be kept")
    void session(Visitor visitor) {
        visitor.at(world, world.desk("331")).sees("Déposer une demande");
        visitor.page.clock().install();
        visitor.page.reload();
        Locator dialog = visitor.page.locator("dialog");
        visitor.page.clock().fastForward("27:50");
        assertThat(dialog).isHidden();
        visitor.page.clock().fastForward("00:20");
        assertThat(dialog).isVisible();
        assertThat(dialog).containsText("Êtes-vous toujours là ?");
        assertThat(visitor.button("Rester connecté")).isFocused();
        visitor.looks("session-warning");
        visitor.button("Rester connecté").click();
        assertThat(dialog).isHidden();
        visitor.page.clock().fastForward("27:50");
        assertThat(dialog).isHidden();
        visitor.page.clock().fastForward("03:00");
        assertThat(dialog).containsText("Votre session est terminée");
        visitor.looks("session-over");
    }

    @Test
    @DisplayName("COMM-02 who was signed out meanwhile signs in again and comes back to the same page")
    void comeBack(Visitor visitor) {
        Desk desk = world.desk("331");
        String number = world.deposit(desk, "partners.contact");
        visitor.open("/partenaires/demandes/" + number).sees("Connexion");
        visitor.field("Identifiant (adresse e-mail)").fill(world.login(desk));
        visitor.field("Mot de passe").fill(PartnerWorld.PASSWORD);
        visitor.button("Se connecter").click();
        visitor.sees("Choix de l'organisme");
        visitor.button("Valider").click();
        visitor.sees("Demande n° " + number);
    }

    @Test
    @DisplayName("PART-22 a page that is not there, or not theirs, is a calm page and leads back")
    void notFound(Visitor visitor) {
        String others = world.deposit(world.desk("331"), "partners.contact");
        visitor.at(world, world.desk("331")).sees("Déposer une demande");
        visitor.expecting(404)
                .open("/partenaires/demandes/" + others)
                .sees("Page introuvable")
                .looks("not-found");
        Assertions.assertThat(visitor.page.locator("main").innerText()).doesNotContain(others);
        visitor.open("/partenaires/rien").sees("Page introuvable");
    }
}
