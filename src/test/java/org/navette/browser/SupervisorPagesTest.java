package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.navette.browser.Tasklist.signIn;

import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.SentLetters;
import org.navette.directory.Structure;
import org.navette.partners.Member;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BrowserTest
@DisplayName("PART-25 A supervisor")
class SupervisorPagesTest {

    private static final String ORGANISM = "641";

    @Autowired
    PartnerWorld world;

    @Autowired
    SentLetters letters;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    /** Other tests go home without news. */
    @AfterEach
    void clear() {
        jdbc.sql("delete from news where organism_code = ?").param(ORGANISM).update();
    }

    private Visitor open(Visitor supervisor, String path) {
        signIn(supervisor, world.supervisorOf(ORGANISM).login());
        supervisor.page.waitForURL("**/camunda/app/tasklist/**");
        return supervisor.open("/agents/gestion/" + ORGANISM + path);
    }

    private void pick(Visitor supervisor, String label, int days) {
        supervisor
                .page
                .getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .fill(LocalDate.now(clock).plusDays(days).toString());
    }

    @Test
    @DisplayName("PART-05 PART-25 publishes news, which the partner reads on the next page, and takes them back")
    void news(Visitor supervisor, Visitor partner) {
        Structure structure = world.structure();
        world.convention(structure, ORGANISM, -100, 200);
        partner.at(world, world.desk(world.member(structure, Member.Role.TECHNICIAN), ORGANISM))
                .sees("Déposer une demande");

        open(supervisor, "/actualites").sees("Actualités").looks("news-none");
        supervisor.link("Publier une actualité").click();
        supervisor.sees("Publier une actualité").looks("news-new");
        supervisor.field("Titre").fill("Accueil fermé");
        supervisor.field("Texte").fill("L'accueil est fermé mardi.\n\nÉcrivez-nous ici.");
        pick(supervisor, "Premier jour de publication", 2);
        pick(supervisor, "Dernier jour de publication", 1);
        supervisor.expecting(422).button("Publier").click();
        assertThat(supervisor.page.locator("[data-error-summary]")).isFocused();
        supervisor.reads("Le dernier jour précède le premier.").looks("news-refused");
        pick(supervisor, "Premier jour de publication", 0);
        supervisor.button("Publier").click();
        supervisor
                .sees("Actualités")
                .reads("L'actualité « Accueil fermé » est publiée.")
                .looks("news-list");

        partner.open("/partenaires/accueil").sees("Actualités de CPAM BAYONNE").reads("L'accueil est fermé mardi.");

        supervisor.link("Retirer l'actualité Accueil fermé").click();
        supervisor.sees("Retirer une actualité").looks("news-withdraw");
        supervisor.button("Retirer l'actualité").click();
        supervisor.reads("les partenaires ne la lisent plus").looks("news-withdrawn");
        partner.open("/partenaires/accueil").sees("Déposer une demande");

        world.agent(ORGANISM);
        supervisor.link("Absences").click();
        supervisor.sees("Absences").looks("absences");
    }

    @Test
    @DisplayName(
            "PART-25 registers a structure, opens the account of its manager, who signs in, and renews its convention")
    void structure(Visitor supervisor, Visitor manager) {
        String name = "Épicerie solidaire " + UUID.randomUUID();
        String email = "zoe." + UUID.randomUUID() + "@world.example";
        open(supervisor, "/structures").sees("Structures et conventions").looks("structures");
        supervisor.link("Nouvelle convention").click();
        supervisor.sees("Nouvelle convention").looks("structure-search");
        supervisor
                .page
                .getByRole(com.microsoft.playwright.options.AriaRole.SEARCHBOX)
                .fill(name);
        supervisor.button("Rechercher").click();
        supervisor.reads("Aucune structure trouvée").looks("structure-new");
        pick(supervisor, "Premier jour de la convention", 0);
        pick(supervisor, "Dernier jour de la convention", 20);
        supervisor.field("Nombre maximum de techniciens actifs").fill("2");
        supervisor.button("Enregistrer la structure et sa convention").click();
        supervisor.sees(name).reads("Accès complet, fin proche").looks("structure");

        supervisor.link("Créer le compte du gestionnaire").click();
        supervisor.sees("Créer le compte du gestionnaire").looks("manager-new");
        supervisor.field("Nom").fill("Vidal");
        supervisor.field("Prénom").fill("Zoé");
        supervisor.field("Adresse e-mail").fill(email);
        supervisor.button("Créer le compte").click();
        supervisor.sees(name).reads("En attente d’activation");

        manager.open(letters.lastTo(email).link()).sees("Activer mon compte");
        manager.field("Mot de passe").fill("une phrase bien à moi seule");
        manager.field("Mot de passe, une seconde fois").fill("une phrase bien à moi seule");
        manager.button("Enregistrer").click();
        manager.signIn(email, "une phrase bien à moi seule").sees("Choix de l'organisme");

        supervisor.link("Renouveler").click();
        supervisor.sees("Renouveler une convention").looks("convention-renew");
        supervisor.button("Enregistrer").click();
        supervisor.sees(name).reads("La convention est enregistrée.").reads("À venir");
        supervisor.field("Nombre maximum de techniciens actifs").fill("600");
        supervisor.expecting(422).button("Enregistrer le nombre").click();
        assertThat(supervisor.page.locator("[data-error-summary]")).isFocused();
        supervisor.reads("Indiquez un nombre entier de 0 à 500.");
        supervisor.field("Nombre maximum de techniciens actifs").fill("6");
        supervisor.button("Enregistrer le nombre").click();
        supervisor.reads("La structure peut avoir 6 techniciens actifs").looks("structure-full");
        supervisor.link("Désactiver le compte de Zoé Vidal").click();
        supervisor.sees("Désactiver le compte du gestionnaire").looks("manager-deactivate");
        supervisor.button("Désactiver le compte").click();
        supervisor.sees(name).reads("Désactivé");
        manager.open("/partenaires/organisme").sees("Connexion");
    }
}
