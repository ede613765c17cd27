package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.SentLetters;
import org.navette.procedures.Office;
import org.navette.procedures.ProcedureWorld;
import org.navette.procedures.ServiceWorld;
import org.navette.procedures.Typed;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("The people of the procedures")
class ProcedureMemberPagesTest {

    private static final String PASSWORD = "une phrase bien à moi seule";

    @Autowired
    ProcedureWorld world;

    @Autowired
    ServiceWorld service;

    @Autowired
    SentLetters letters;

    @Test
    @DisplayName("PROC-01 PROC-03 a newcomer registers, confirms the address, signs in and begins a first draft")
    void registration(Visitor visitor) {
        service.agent();
        String email = "nora." + UUID.randomUUID() + "@world.example";
        visitor.open("/demarches/connexion").link("Créer un compte").click();
        visitor.sees("Créer un compte").looks("registration");
        visitor.expecting(422).button("Créer mon compte").click();
        assertThat(visitor.page.locator("[data-error-summary]")).isFocused();
        visitor.reads("Saisissez le SIRET du siège.").looks("registration-refused");
        visitor.field("Adresse e-mail").fill(email);
        visitor.page.getByLabel("Madame").check();
        visitor.field("Nom").fill("Lemaire");
        visitor.field("Prénom").fill("Nora");
        visitor.field("Téléphone").fill("06 39 98 12 34");
        visitor.field("SIRET du siège").fill(Typed.siret(Typed.siren(), 1));
        passwords(visitor);
        visitor.button("Créer mon compte").click();
        visitor.reads("Ce SIRET n'est pas connu de l'annuaire.");
        assertThat(visitor.field("Prénom")).hasValue("Nora");
        assertThat(visitor.field("Mot de passe")).hasValue("");
        visitor.page
                .getByLabel("Je déclare être responsable juridique de cette entreprise")
                .check();
        passwords(visitor);
        visitor.button("Créer mon compte").click();
        visitor.reads("Un courriel vient de vous être envoyé").looks("registration-sent");

        visitor.open(letters.lastTo(email).link()).sees("Confirmer mon adresse e-mail");
        visitor.button("Confirmer mon adresse").click();
        visitor.reads("Votre adresse e-mail est confirmée.");
        visitor.field("Adresse e-mail").fill(email);
        visitor.field("Mot de passe").fill(PASSWORD);
        visitor.button("Se connecter").click();
        visitor.sees("Vos demandes").reads("commencez par une demande de première installation");
        visitor.page.locator("nav.menu").getByText("Votre compte").click();
        visitor.sees("Votre compte")
                .reads("Responsable d'une nouvelle entreprise")
                .looks("account-newcomer");
        visitor.open("/demarches/demandes/nouvelle").sees("Nouvelle demande");
        visitor.button("Commencer : Première installation").click();
        visitor.sees("Première installation").reads("Documents attendus");
        visitor.open("/demarches").reads("Commencée le");
    }

    private static void passwords(Visitor visitor) {
        visitor.field("Mot de passe").fill(PASSWORD);
        visitor.field("Mot de passe, une seconde fois").fill(PASSWORD);
    }

    @Test
    @DisplayName("PROC-02 PROC-03 who is known by SIRET alone tries a birth date, sends a proof and is recognised")
    void proof(Visitor visitor) {
        Office person = world.unverified(world.siret(world.responsible()));
        visitor.at(world, person).reads("Vous n'êtes pas encore rattaché").open("/demarches/compte");
        visitor.sees("Votre compte").looks("account-unverified");
        visitor.expecting(422).field("Téléphone").fill("12");
        visitor.button("Enregistrer").click();
        assertThat(visitor.page.locator("[data-error-summary]")).isFocused();
        visitor.field("Téléphone").fill("01 99 00 12 34");
        visitor.button("Enregistrer").click();
        visitor.reads("Vos informations sont enregistrées.");
        visitor.link("Être reconnu responsable juridique").click();
        visitor.sees("Être reconnu responsable juridique").looks("responsible");
        visitor.field("Date de naissance").fill("02/03/1981");
        visitor.button("Vérifier").click();
        visitor.reads("Ces informations ne suffisent pas").looks("responsible-not-proven");
        visitor.link("Transmettre un justificatif").click();
        visitor.sees("Transmettre un justificatif").looks("responsible-proof");
        visitor.field("Date de naissance").fill("02/03/1981");
        visitor.button("Envoyer").click();
        assertThat(visitor.page.locator("[data-error-summary]")).containsText("Joignez au moins un justificatif.");
        visitor.page
                .locator("input[type=file]")
                .setInputFiles(new FilePayload("kbis.pdf", "application/pdf", Samples.pdfBytes()));
        assertThat(visitor.button("Supprimer kbis.pdf").first()).isVisible();
        assertThat(visitor.page.getByText("Aperçu de kbis.pdf").first()).isVisible();
        visitor.button("Envoyer").click();
        visitor.reads("est transmise").reads("En traitement").looks("responsible-sent");
        String number = visitor.page.locator("dd").first().textContent().strip();
        service.decide(number, Map.of("outcome", "ACCEPTED", "message", "Bienvenue."));
        visitor.open("/demarches/compte/responsable").reads("Vous êtes reconnu").reads("Bienvenue.");
        visitor.looks("responsible-accepted");
    }

    @Test
    @DisplayName(
            "PROC-03 a responsible person invites a reader, who activates the account and reads; then removes them")
    void readers(Visitor responsible, Visitor reader) {
        Office office = world.responsible();
        String number = world.send(office, "certificate");
        String email = "ada." + UUID.randomUUID() + "@world.example";
        responsible.at(world, office).open("/demarches/compte");
        responsible.sees("Votre compte").reads("3 quai de Valmy").looks("account-responsible");
        responsible.link("Gérer les lecteurs").click();
        responsible.sees("Lecteurs de l'entreprise").reads("aucun lecteur").looks("readers-none");
        responsible.link("Inviter un lecteur").click();
        responsible.sees("Inviter un lecteur");
        responsible.expecting(422).button("Envoyer l'invitation").click();
        assertThat(responsible.page.locator("[data-error-summary]")).isFocused();
        responsible.looks("reader-refused");
        responsible.page.getByLabel("Madame").check();
        responsible.field("Nom").fill("Petit");
        responsible.field("Prénom").fill("Ada");
        responsible.field("Adresse e-mail").fill(email);
        responsible.button("Envoyer l'invitation").click();
        responsible
                .reads("Une invitation est envoyée à Ada Petit")
                .reads("Invité")
                .looks("readers-invited");
        responsible.button("Inviter de nouveau Ada Petit").click();
        responsible.reads("Un nouveau lien d'activation");

        reader.open(letters.lastTo(email).link()).sees("Activer mon compte");
        passwords(reader);
        reader.button("Enregistrer").click();
        reader.reads("Votre mot de passe est enregistré.");
        reader.field("Adresse e-mail").fill(email);
        reader.field("Mot de passe").fill(PASSWORD);
        reader.button("Se connecter").click();
        reader.sees("Vos demandes").reads(number);
        assertThat(reader.link("Nouvelle demande")).hasCount(0);

        responsible.open("/demarches/compte/lecteurs").reads("Actif");
        responsible.link("Retirer Ada Petit").click();
        responsible.sees("Retirer un lecteur").looks("reader-remove");
        responsible.button("Retirer le lecteur").click();
        responsible.reads("n'a plus accès").reads("aucun lecteur");
        reader.link("Historique").click();
        reader.sees("Connexion");
    }
}
