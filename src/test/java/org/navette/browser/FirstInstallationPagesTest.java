package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.SentLetters;
import org.navette.procedures.ServiceWorld;
import org.navette.procedures.Typed;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("A first installation")
class FirstInstallationPagesTest {

    private static final String PASSWORD = "une phrase bien à moi seule";
    private static final List<String> DOCUMENTS = List.of(
            "Pièce d'identité du représentant légal",
            "Extrait Kbis de moins de trois mois",
            "Titre d'occupation des locaux (bail ou acte)",
            "Relevé d'identité bancaire",
            "Diplômes des responsables techniques");

    @Autowired
    ServiceWorld service;

    @Autowired
    SentLetters letters;

    @Test
    @DisplayName("PROC-01 PROC-07 PROC-15 goes from the registration to the billing number, with the keyboard alone")
    void wholeWay(Visitor visitor) {
        var keys = new Keyboard(visitor);
        String seat = Typed.siret(Typed.siren(), 1);
        service.agent();
        register(visitor, keys, seat);

        keys.press("Enter", visitor.link("Nouvelle demande").first());
        visitor.sees("Nouvelle demande");
        keys.press("Enter", visitor.button("Commencer : Première installation"));
        visitor.sees("Première installation").reads("Documents attendus");
        documents(visitor, keys);
        headOffice(visitor, keys, seat);
        establishment(visitor, keys, seat);
        technical(visitor, keys);
        String number = send(visitor, keys);

        String billing = Typed.billing();
        service.acceptWith(number, billing);
        visitor.open("/demarches").sees("Vos demandes").reads("Traitée");
        keys.press("Enter", visitor.link("Votre compte").first());
        visitor.sees("Votre compte").reads("Orthopole Keyboard").reads(billing).looks("account-installed");
    }

    private void register(Visitor visitor, Keyboard keys, String seat) {
        String email = "nora." + UUID.randomUUID() + "@world.example";
        visitor.open("/demarches/connexion");
        keys.press("Enter", visitor.link("Créer un compte"));
        visitor.sees("Créer un compte");
        keys.fill("Adresse e-mail", email);
        keys.press("Space", visitor.page.getByLabel("Madame"));
        keys.fill("Nom", "Lemaire").fill("Prénom", "Nora").fill("Téléphone", "0639981234");
        keys.fill("SIRET du siège", seat);
        passwords(keys);
        visitor.expecting(422);
        keys.press("Enter", visitor.button("Créer mon compte"));
        visitor.reads("Ce SIRET n'est pas connu de l'annuaire.");
        keys.press("Space", visitor.page.getByLabel("Je déclare être responsable juridique de cette entreprise"));
        passwords(keys);
        keys.press("Enter", visitor.button("Créer mon compte"));
        visitor.reads("Un courriel vient de vous être envoyé");

        visitor.open(letters.lastTo(email).link());
        keys.press("Enter", visitor.button("Confirmer mon adresse"));
        visitor.reads("Votre adresse e-mail est confirmée.");
        keys.fill("Adresse e-mail", email).fill("Mot de passe", PASSWORD).press("Enter");
        visitor.sees("Vos demandes");
    }

    private static void passwords(Keyboard keys) {
        keys.fill("Mot de passe", PASSWORD).fill("Mot de passe, une seconde fois", PASSWORD);
    }

    private static void documents(Visitor visitor, Keyboard keys) {
        for (int i = 0; i < DOCUMENTS.size(); i++) {
            String name = "document " + i + ".pdf";
            keys.choose(visitor.button("Choisir des fichiers : " + DOCUMENTS.get(i)), name);
            assertThat(visitor.page.getByText("Aperçu de " + name).first()).isVisible();
        }
        keys.press("Enter", visitor.link("Suivant"));
    }

    private static void headOffice(Visitor visitor, Keyboard keys, String seat) {
        at(visitor, "head-office");
        keys.press("Enter", visitor.link("Ajouter un représentant légal"));
        ready(visitor);
        person(visitor, keys, "Lemaire", "Nora");
        keys.fill("Qualité", "Gérante").fill("Adresse e-mail", "nora@orthopole.example");
        keys.press("Enter", visitor.button("Ajouter"));
        at(visitor, "head-office").reads("LEMAIRE Nora");
        keys.fill("SIRET du siège", seat).fill("Raison sociale", "Orthopole Keyboard");
        place(visitor, keys);
    }

    private static void establishment(Visitor visitor, Keyboard keys, String seat) {
        at(visitor, "establishment");
        keys.fill("SIRET de l'établissement", seat);
        keys.fill("Date d'ouverture", "03/02/2026");
        place(visitor, keys);
    }

    private static void place(Visitor visitor, Keyboard keys) {
        keys.fill("Numéro et voie", "12 rue de l'Église")
                .fill("Code postal", "75010")
                .fill("Commune", "PARIS")
                .fill("Adresse e-mail", "contact@orthopole.example")
                .fill("Téléphone", "0199001002");
        keys.press("Enter", visitor.button("Suivant"));
    }

    private static void technical(Visitor visitor, Keyboard keys) {
        at(visitor, "technical");
        keys.press("Enter", visitor.link("Ajouter un responsable technique"));
        ready(visitor);
        person(visitor, keys, "O'Connell", "Zoé");
        keys.fill("Diplôme ou qualification", "Orthopédiste-orthésiste");
        keys.press("Enter", visitor.button("Ajouter"));
        at(visitor, "technical").reads("O'CONNELL Zoé");
        keys.press("Enter", visitor.button("Suivant"));
    }

    private static void person(Visitor visitor, Keyboard keys, String lastName, String firstName) {
        keys.press("Space", visitor.page.getByLabel("Madame"));
        keys.fill("Nom", lastName).fill("Prénom", firstName).fill("Date de naissance", "05/03/1985");
    }

    private static String send(Visitor visitor, Keyboard keys) {
        assertThat(visitor.page).hasURL(Pattern.compile(".*/validation"));
        ready(visitor);
        for (String commitment :
                List.of("Je certifie l'exactitude", "Je m'engage à respecter", "Je m'engage à signaler")) {
            keys.press("Space", visitor.page.getByLabel(commitment));
        }
        keys.press("Enter", visitor.button("Enregistrer"));
        visitor.reads("Relisez votre demande").reads("12 rue de l'Église");
        keys.press("Enter", visitor.button("Valider votre engagement et votre demande"));
        visitor.reads("est transmise");
        return visitor.path().substring(visitor.path().lastIndexOf('/') + 1);
    }

    private static Visitor at(Visitor visitor, String step) {
        assertThat(visitor.page).hasURL(Pattern.compile(".*/etapes/" + step));
        return ready(visitor);
    }

    private static Visitor ready(Visitor visitor) {
        assertThat(visitor.page.locator(".fjs-container")).isVisible();
        return visitor;
    }
}
