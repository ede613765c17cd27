package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.funding.FundingWorld;
import org.navette.funding.PayingAgency;
import org.navette.funding.Supplier;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("A supplier's account")
class AccountChangePagesTest {

    @Autowired
    FundingWorld world;

    @Autowired
    PayingAgency agency;

    private Supplier supplier;

    @BeforeEach
    void supplier() {
        supplier = world.supplier();
    }

    @Test
    @DisplayName("FUND-24 new bank details go from the supplier through the agent's list to the active account")
    void bank(Visitor visitor, Visitor agent) {
        SegurSteps.signIn(visitor, supplier);
        visitor.link("Mon compte").click();
        visitor.sees("Mon compte").looks("segur-account");
        visitor.link("Gérer mes coordonnées bancaires").click();
        visitor.sees("Gérer mes coordonnées bancaires").looks("segur-bank");
        visitor.link("Ajouter une coordonnée bancaire").click();
        visitor.sees("Ajouter une coordonnée bancaire");
        ready(visitor).looks("segur-bank-form");
        visitor.field("IBAN").fill("FR14 2004 1010 0505 0001 3M02 607");
        visitor.field("BIC").fill("PSSTFRPPXXX");
        visitor.field("Titulaire du compte").fill("Éditeur d'Œuvres & Fils");
        visitor.field("Domiciliation").fill("Banque du Pont");
        visitor.expecting(422).button("Envoyer à l’agence").click();
        assertThat(visitor.page.locator("[data-error-summary]")).containsText("IBAN");
        ready(visitor);
        visitor.field("IBAN").fill("FR14 2004 1010 0505 0001 3M02 606");
        visitor.button("Envoyer à l’agence").click();
        assertThat(visitor.page.locator("[data-error-summary]")).containsText("Joignez le relevé d'identité bancaire.");
        ready(visitor).looks("segur-bank-refused");
        assertThat(visitor.field("Domiciliation")).hasValue("Banque du Pont");
        visitor.page.locator("input[type=file]").setInputFiles(Samples.pdf("rib.pdf"));
        assertThat(visitor.page.getByText("Aperçu de rib.pdf").first()).isVisible();
        visitor.button("Envoyer à l’agence").click();
        visitor.reads("est enregistrée").reads("En attente").looks("segur-bank-pending");
        String number = number(visitor, "RIB");

        Locator dossier = Tasklist.take(agent, agency.agent(), "Coordonnées bancaires Ségur", number);
        assertThat(dossier).containsText("rib.pdf");
        assertThat(dossier).containsText("Coordonnées bancaires actives");
        assertThat(dossier.getByText("Fichiers à joindre")).hasCount(0);
        agent.page.getByLabel("Valider les coordonnées bancaires").check();
        agent.photograph("tasklist-bank");
        agent.button("Vérifier les coordonnées bancaires et terminer la tâche").click();
        assertThat(agent.page.locator("section.task-card")).isHidden();

        visitor.open("/segur/compte/banque").reads("Remplacée").looks("segur-bank-changed");
        visitor.page.locator("tbody a").first().click();
        visitor.sees("Coordonnée bancaire")
                .reads("Banque du Pont")
                .reads("Active")
                .looks("segur-bank-detail");
    }

    @Test
    @DisplayName("FUND-24 a new applicant goes from the supplier through the agent's list to the account")
    void persons(Visitor visitor, Visitor agent) {
        SegurSteps.signIn(visitor, supplier);
        visitor.open("/segur/compte/personnes")
                .reads("Le représentant légal est aussi le demandeur.")
                .looks("segur-persons");
        visitor.link("Modifier mes coordonnées").click();
        visitor.sees("Modifier mes coordonnées de personnes physiques");
        ready(visitor).looks("segur-persons-form");
        visitor.page.getByLabel("Le représentant légal est aussi le demandeur").uncheck();
        visitor.field("Nom").last().fill("Garnier");
        visitor.field("Prénom").last().fill("Élise");
        visitor.field("Adresse e-mail").last().fill("elise@world.example");
        visitor.field("Téléphone").last().fill("01 99 00 10 77");
        visitor.expecting(422).button("Envoyer à l’agence").click();
        Locator summary = visitor.page.locator("[data-error-summary]");
        assertThat(summary).containsText("2 points à corriger");
        ready(visitor).looks("segur-persons-refused");
        summary.getByText("Mandat du représentant légal").click();
        assertThat(visitor.page.locator("#piece-MANDAT")).isFocused();
        assertThat(visitor.field("Nom").last()).hasValue("GARNIER");
        attach(visitor, "Pièce d'identité", "identite.pdf");
        attach(visitor, "Mandat", "mandat.pdf");
        visitor.button("Envoyer à l’agence").click();
        visitor.reads("est enregistrée").reads("Modification du demandeur").looks("segur-persons-pending");
        String number = number(visitor, "CPP");

        Locator dossier = Tasklist.take(agent, agency.agent(), "Personnes physiques Ségur", number);
        assertThat(dossier).containsText("mandat.pdf");
        assertThat(dossier).containsText("Demandeur actuel");
        agent.page.getByLabel("Rejeter").check();
        agent.page.locator("[data-task-form] textarea").fill("Le mandat n'est pas signé.");
        agent.photograph("tasklist-persons");
        agent.button("Vérifier les personnes physiques et terminer la tâche").click();
        assertThat(agent.page.locator("section.task-card")).isHidden();

        visitor.open("/segur/compte/personnes")
                .reads("Rejetée")
                .reads("Le mandat n'est pas signé.")
                .looks("segur-persons-rejected");
    }

    private static String number(Visitor visitor, String prefix) {
        return visitor.page
                .locator("main")
                .textContent()
                .replaceFirst("(?s).*?(" + prefix + "\\d{4,}) est enregistrée.*", "$1");
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
