package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.navette.browser.DepositSteps.begin;
import static org.navette.browser.DepositSteps.comment;
import static org.navette.browser.DepositSteps.person;
import static org.navette.browser.DepositSteps.send;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("The deposit of a request")
class DepositPagesTest {

    private static final String CONTACT = "Contacter votre organisme d'assurance Maladie";
    private static final String DIFFICULTY = "Signaler une situation de difficulté d'accès aux droits et aux soins";
    private static final String APPOINTMENT = "Demander un rendez-vous pour un assuré";
    private static final String REVIEW = "Soumettre une demande d'étude de dossier";
    private static final String DOCUMENT = "Demander un document";

    @Autowired
    PartnerWorld world;

    @Test
    @DisplayName("PART-06 PART-07 the five offers are shown; the first, a contact, is deposited by typing and clicking")
    void contact(Visitor visitor) {
        visitor.at(world, world.desk("331")).sees("Déposer une demande");
        assertThat(visitor.page.locator(".offer h2"))
                .hasText(new String[] {CONTACT, DIFFICULTY, APPOINTMENT, REVIEW, DOCUMENT});
        visitor.looks("offers");
        begin(visitor, CONTACT).looks("deposit-contact");
        visitor.select("Motif de la demande").selectOption("Gérer la convention de partenariat");
        visitor.chip("Téléphonique").click();
        visitor.chip("Visio").click();
        comment(visitor);
        send(visitor).reads(CONTACT).looks("confirmation");
        visitor.link("Consulter la demande").click();
        visitor.reads("Gérer la convention de partenariat")
                .reads("Téléphonique")
                .reads("Visio");
        assertThat(visitor.page.locator("main")).not().containsText("Physique");
    }

    @Test
    @DisplayName("PART-07 the mission accompagnement santé asks for consent, then opens three optional blocks")
    void difficulty(Visitor visitor) {
        visitor.at(world, world.desk("331"));
        begin(visitor, DIFFICULTY);
        visitor.select("Motif de la demande").selectOption("Situation d'urgence");
        assertThat(visitor.page.getByText("Consentement de l'assuré")).hasCount(0);
        visitor.select("Motif de la demande").selectOption("Saisine mission accompagnement santé");
        assertThat(visitor.page.getByText("Quels soins ne sont pas réalisés ?")).hasCount(0);
        visitor.chip("Situation sociale complexe").click();
        visitor.chip("Renoncement ou difficultés d'accès à des soins").first().click();
        visitor.chip("Pharmacie").click();
        visitor.chip("Moins de 3 mois").click();
        visitor.chip("De transport").click();
        person(visitor);
        comment(visitor);
        visitor.button("Valider").click();
        Locator summary = visitor.page.locator("[data-error-summary]");
        assertThat(summary).isFocused();
        assertThat(summary).containsText("Consentement de l'assuré");
        visitor.page.getByLabel("Consentement de l'assuré").check();
        visitor.looks("deposit-difficulty");
        send(visitor);
        visitor.link("Consulter la demande").click();
        visitor.reads("Consentement de l'assuré")
                .reads("Pharmacie")
                .reads("Moins de 3 mois")
                .reads("De transport");
        visitor.looks("detail-new");
    }

    @Test
    @DisplayName("PART-07 what was answered in a block that is closed again is not sent")
    void closedBlock(Visitor visitor) {
        visitor.at(world, world.desk("331"));
        begin(visitor, DIFFICULTY);
        visitor.select("Motif de la demande").selectOption("Saisine mission accompagnement santé");
        visitor.chip("Situation sociale complexe").click();
        visitor.select("Motif de la demande").selectOption("Situation d'urgence");
        person(visitor);
        comment(visitor);
        send(visitor);
        visitor.link("Consulter la demande").click();
        visitor.reads("Situation d'urgence");
        assertThat(visitor.page.locator("main")).not().containsText("Situation sociale complexe");
    }

    @Test
    @DisplayName(
            "PART-07 PART-08 an appointment: the name is upper-cased, the first name capitalised, the phone dotted")
    void appointment(Visitor visitor) {
        visitor.at(world, world.desk("331"));
        begin(visitor, APPOINTMENT).reads("ameli");
        assertThat(visitor.page.locator(".upload")).hasCount(0);
        visitor.select("Motif de la demande").selectOption("Pension d'invalidité");
        person(visitor);
        assertThat(visitor.field("Nom")).hasValue("DURÛCHE-O'NEIL");
        assertThat(visitor.field("Prénom")).hasValue("Jean-Pierre");
        assertThat(visitor.field("Date de naissance")).hasValue("09/02/1961");
        assertThat(visitor.field("Téléphone")).hasValue("06.12.34.56.78");
        comment(visitor);
        visitor.looks("deposit-appointment");
        send(visitor).reads("DURÛCHE-O'NEIL Jean-Pierre");
        visitor.link("Consulter la demande").click();
        visitor.reads("06.12.34.56.78").reads("09/02/1961");
    }

    @Test
    @DisplayName("PART-07 PART-08 a case review; the day of birth is picked in the calendar")
    void review(Visitor visitor) {
        visitor.at(world, world.desk("331"));
        begin(visitor, REVIEW);
        visitor.select("Motif de la demande").selectOption("Demande d'aide financière");
        person(visitor);
        visitor.button("Choisir dans un calendrier : Date de naissance").click();
        visitor.photograph("deposit-calendar-1280");
        visitor.page.getByLabel("dimanche 5 février 1961").click();
        assertThat(visitor.field("Date de naissance")).hasValue("05/02/1961");
        comment(visitor);
        send(visitor).reads(REVIEW);
    }

    @Test
    @DisplayName("PART-07 documents are asked for, several at once")
    void document(Visitor visitor) {
        visitor.at(world, world.desk("331"));
        begin(visitor, DOCUMENT);
        visitor.chip("Attestation de droits").click();
        visitor.chip("Certificat provisoire CEAM").click();
        person(visitor);
        comment(visitor);
        visitor.looks("deposit-document");
        send(visitor).reads(DOCUMENT);
    }

    @Test
    @DisplayName("PART-06 a reduced organism shows its own offers and reasons")
    void reduced(Visitor visitor) {
        visitor.at(world, world.desk("623")).sees("Déposer une demande");
        assertThat(visitor.page.locator(".offer h2"))
                .hasText(new String[] {REVIEW, "Transmettre et/ou suivre un dossier"});
        begin(visitor, REVIEW).reads("Types acceptés : pdf.");
        assertThat(visitor.select("Motif de la demande").locator("option")).hasText(new String[] {
            "Sélectionner…", "AME", "Etude de C2S", "Ouverture des droits", "Arrêt Maladie, Maternité et Paternité"
        });
    }
}
