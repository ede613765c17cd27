package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.SentLetters;
import org.navette.directory.Couloir;
import org.navette.funding.FundingTraces;
import org.navette.funding.FundingWorld;
import org.navette.funding.PayingAgency;
import org.navette.procedures.Typed;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("An enrolment")
class EnrolmentPagesTest {

    private static final String PASSWORD = "une phrase bien à moi seule";

    @Autowired
    FundingWorld world;

    @Autowired
    PayingAgency agency;

    @Autowired
    FundingTraces traces;

    @Autowired
    SentLetters letters;

    @Test
    @DisplayName("FUND-05 FUND-06 FUND-07 goes from the open page to the first sign-in, and to a second software")
    void wholeWay(Visitor visitor) {
        agency.agent();
        String email = "nora." + UUID.randomUUID() + "@world.example";
        visitor.open("/segur/enrolement").sees("Demander un enrôlement");
        ready(visitor).looks("enrolment-form");
        visitor.expecting(422).button("Continuer vers les pièces").click();
        assertThat(visitor.page.locator("[data-error-summary]")).isFocused();
        fill(visitor, email);
        visitor.field("IBAN").fill("FR76 3000 6000 0112 3456 7890 188");
        visitor.button("Continuer vers les pièces").click();
        assertThat(visitor.page.locator("[data-error-summary]")).containsText("IBAN");
        ready(visitor);
        assertThat(visitor.field("Dénomination sociale")).hasValue("Éditions de l'Œuvre");
        visitor.looks("enrolment-refused");
        visitor.field("IBAN").fill("FR76 3000 6000 0112 3456 7890 189");
        visitor.button("Continuer vers les pièces").click();

        visitor.reads("Étape 2 sur 2").looks("enrolment-documents");
        visitor.button("Envoyer la demande d'enrôlement").click();
        visitor.reads("3 pièces manquent").looks("enrolment-missing");
        attach(visitor, "Relevé d'identité bancaire", "rib.pdf");
        attach(visitor, "Pièce d'identité du demandeur", "identite.pdf");
        attach(visitor, "Extrait Kbis", "kbis.pdf");
        visitor.button("Envoyer la demande d'enrôlement").click();
        visitor.sees("Demande d'enrôlement enregistrée").looks("enrolment-sent");

        visitor.open(letters.lastTo(email).link()).reads("En cours").looks("enrolment-followed");
        String number = visitor.page.locator("h1").textContent().replaceAll("\\D", "");
        agency.decide(
                "ENR" + number,
                Map.of("outcome", "CERTIFICATE", "awaited", "Le certificat de référencement de l'ANS."));
        visitor.page.reload();
        visitor.reads("En attente du certificat de référencement").looks("enrolment-awaiting");
        visitor.link("Ajouter ce qui est attendu").click();
        visitor.sees("Ajouter ce qui est attendu");
        ready(visitor).looks("enrolment-addition");
        visitor.page.locator("input[type=file]").setInputFiles(Samples.pdf("certificat.pdf"));
        assertThat(visitor.page.getByText("Aperçu de certificat.pdf").first()).isVisible();
        visitor.button("Valider mon ajout").click();
        visitor.reads("transmis à l'agent").reads("certificat.pdf");

        agency.decide("ENR" + number, Map.of("outcome", "VALIDATED"));
        letters.send(email);
        visitor.open(letters.to(email).stream()
                        .filter(letter -> letter.text().contains("/mot-de-passe/"))
                        .findFirst()
                        .orElseThrow()
                        .link())
                .sees("Activer mon compte");
        visitor.field("Mot de passe").fill(PASSWORD);
        visitor.field("Mot de passe, une seconde fois").fill(PASSWORD);
        visitor.button("Enregistrer").click();
        visitor.reads("Votre mot de passe est enregistré.").looks("segur-sign-in");
        visitor.link("Identifiant oublié ?").click();
        visitor.sees("Identifiant oublié").looks("segur-forgotten-login");
        visitor.field("Adresse e-mail").fill(email);
        visitor.button("Recevoir mon identifiant").click();
        visitor.reads("Votre demande est enregistrée");
        var uid = Pattern.compile("FRN\\d{5}").matcher(letters.lastTo(email).text());
        org.assertj.core.api.Assertions.assertThat(uid.find()).isTrue();
        visitor.link("Revenir à la connexion").click();
        visitor.field("Identifiant").fill(uid.group());
        visitor.field("Mot de passe").fill(PASSWORD);
        visitor.button("Se connecter").click();
        visitor.sees("Accueil fournisseur");

        visitor.open("/segur/enrolements").reads("INITIAL").reads("Validée");
        visitor.link("Faire une demande complémentaire").click();
        visitor.field("N° unique de référencement (ANS)").fill("inconnu");
        visitor.button("Envoyer la demande").click();
        assertThat(visitor.page.locator("[data-error-summary]")).isFocused();
        visitor.looks("enrolment-new-refused");
        visitor.field("N° unique de référencement (ANS)").fill(world.software(Couloir.HOP));
        visitor.button("Envoyer la demande").click();
        visitor.reads("est enregistrée").reads("COMPLÉMENTAIRE").looks("enrolments");
        visitor.page.getByLabel("Filtrer : Statut").fill("validée");
        visitor.button("Filtrer").click();
        visitor.reads("1 ligne sur 2");
        visitor.page.getByText("Effacer les filtres").click();
        visitor.page
                .getByRole(com.microsoft.playwright.options.AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText("Consulter"))
                .first()
                .click();
        visitor.reads("Logiciel référencé").looks("enrolment-detail");
    }

    private void fill(Visitor visitor, String email) {
        visitor.field("N° unique de référencement (ANS)").fill(world.software(Couloir.MDV));
        visitor.field("SIRET").fill(Typed.siret(Typed.siren(), 1));
        Map.of(
                        "Dénomination sociale", "Éditions de l'Œuvre",
                        "Numéro et voie", "12 rue de l'Église",
                        "Code postal", "75010",
                        "Commune", "Paris",
                        "Nom", "Lemaire",
                        "Prénom", "Nora",
                        "Téléphone", "01 99 00 10 01",
                        "BIC", "AGRIFRPP",
                        "Titulaire du compte", "Éditions de l'Œuvre",
                        "Domiciliation", "Banque du Quai")
                .forEach((field, value) -> visitor.field(field).fill(value));
        visitor.field("Adresse e-mail").fill(email);
    }

    private static void attach(Visitor visitor, String document, String name) {
        visitor.page
                .locator(".document")
                .filter(new Locator.FilterOptions().setHasText(document))
                .locator("input[type=file]")
                .setInputFiles(Samples.pdf(name));
        assertThat(visitor.page.getByText("Aperçu de " + name).first()).isVisible();
    }

    private static Visitor ready(Visitor visitor) {
        assertThat(visitor.page.locator(".fjs-container")).isVisible();
        return visitor;
    }
}
