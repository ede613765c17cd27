package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.SentLetters;
import org.navette.directory.Structure;
import org.navette.partners.Member;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("PART-21 The technicians' accounts")
class TechnicianPagesTest {

    private static final String PASSWORD = "une phrase bien à moi seule";

    @Autowired
    PartnerWorld world;

    @Autowired
    SentLetters letters;

    @Test
    @DisplayName(
            "PART-21 an account is created, activated by its mailed link and used, then deactivated and reactivated")
    void life(Visitor manager, Visitor technician) {
        Structure structure = world.structure();
        world.convention(structure, "331", -100, 200, 2);
        world.convention(structure, "623", -100, 200, 1);
        world.member(structure, Member.Role.TECHNICIAN);
        String email = "ines." + UUID.randomUUID() + "@world.example";

        manager.at(world, world.desk(world.member(structure, Member.Role.MANAGER), "331"))
                .sees("Gestion des comptes")
                .reads("1 technicien actif sur 2")
                .looks("technicians");
        manager.link("Créer un compte").click();
        manager.sees("Créer un compte de technicien").looks("technician-new");
        manager.field("Nom").fill("Étcheverry 2");
        manager.field("Prénom").fill("Inès");
        manager.expecting(422).button("Créer le compte").click();
        assertThat(manager.page.locator("[data-error-summary]")).isFocused();
        manager.reads("Saisissez l'adresse e-mail.").looks("technician-new-refused");
        assertThat(manager.field("Prénom")).hasValue("Inès");
        manager.field("Nom").fill("Étcheverry");
        manager.field("Adresse e-mail").fill(email);
        manager.button("Créer le compte").click();
        manager.sees("Gestion des comptes")
                .reads("Organismes rattachés : CPAM GIRONDE.")
                .reads("Plus de place avec : CPAM COTE D'OPALE.")
                .reads("En attente d'activation")
                .looks("technicians-full");
        assertThat(manager.link("Créer un compte")).hasCount(0);

        technician.open(letters.lastTo(email).link()).sees("Activer mon compte");
        technician.field("Mot de passe").fill(PASSWORD);
        technician.field("Mot de passe, une seconde fois").fill(PASSWORD);
        technician.button("Enregistrer").click();
        technician.reads("Votre mot de passe est enregistré.");
        technician.signIn(email, PASSWORD).choose("CPAM GIRONDE").sees("Déposer une demande");

        manager.link("Modifier le compte de Inès Étcheverry").click();
        manager.sees("Modifier un compte de technicien").reads("Plus de place").looks("technician-edit");
        manager.link("Retour à la liste").click();
        manager.link("Désactiver le compte de Inès Étcheverry").click();
        manager.sees("Désactiver un compte de technicien").looks("technician-deactivate");
        manager.button("Désactiver le compte").click();
        manager.sees("Gestion des comptes")
                .reads("Le compte de Inès Étcheverry est désactivé.")
                .looks("technicians-deactivated");

        technician.link("Historique des demandes").click();
        technician.sees("Connexion");
        technician.signIn(email, PASSWORD).reads("Identifiant ou mot de passe incorrect.");

        manager.button("Réactiver le compte de Inès Étcheverry").click();
        manager.reads("Le compte de Inès Étcheverry est réactivé.");
        technician.signIn(email, PASSWORD).sees("Choix de l'organisme");
    }

    @Test
    @DisplayName("PART-21 a structure without technicians is led to its first account")
    void first(Visitor visitor) {
        Structure structure = world.structure();
        world.convention(structure, "331", -100, 200, 3);
        visitor.at(world, world.desk(world.member(structure, Member.Role.MANAGER), "331"))
                .reads("n'a encore aucun technicien")
                .looks("technicians-none");
        visitor.link("Créer le premier compte").click();
        visitor.sees("Créer un compte de technicien");
    }
}
