package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.partners.Desk;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

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

    @Autowired
    JdbcClient jdbc;

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

    @Test
    @DisplayName(
            "COMM-17 fields left empty are listed in a summary whose links lead to them; errors go as they are mended")
    void missing(Visitor visitor) {
        visitor.at(world, world.desk("331"));
        begin(visitor, APPOINTMENT);
        visitor.button("Valider").click();
        Locator summary = visitor.page.locator("[data-error-summary]");
        assertThat(summary).isFocused();
        assertThat(summary.locator("h2")).hasText("8 points à corriger");
        visitor.looks("deposit-missing");
        summary.getByText("Prénom : Ce champ est obligatoire.").click();
        assertThat(visitor.field("Prénom")).isFocused();
        visitor.field("Prénom").fill("Zoé");
        visitor.field("Date de naissance").fill("31/02/1970");
        visitor.field("Téléphone").fill("06");
        visitor.field("Nom").fill("R2D2");
        visitor.button("Valider").click();
        assertThat(summary).containsText("Le nom ne peut contenir que des lettres");
        assertThat(summary).containsText("dix chiffres");
        assertThat(summary).not().containsText("Prénom");
        visitor.looks("deposit-wrong");
    }

    @Test
    @DisplayName(
            "COMM-17 a slow press on Valider counts, although leaving the field shows an error that moves the page")
    void slowPress(Visitor visitor) {
        visitor.at(world, world.desk("331"));
        begin(visitor, APPOINTMENT);
        visitor.field("Téléphone").fill("06");
        var button = visitor.button("Valider");
        button.scrollIntoViewIfNeeded();
        var place = button.boundingBox();
        visitor.page.mouse().move(place.x + place.width / 2, place.y + 2);
        visitor.page.mouse().down();
        visitor.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
        visitor.page.mouse().up();
        assertThat(visitor.page.locator("[data-error-summary]")).containsText("dix chiffres");
    }

    @Test
    @DisplayName("PART-08 what only the server refuses comes back beside its field, with everything that was typed")
    void serverRefuses(Visitor visitor) {
        visitor.at(world, world.desk("331"));
        begin(visitor, REVIEW);
        visitor.select("Motif de la demande").selectOption("AME");
        person(visitor);
        comment(visitor);
        // the browser lets this one through: its answers are changed on the way
        visitor.page.route(Pattern.compile(".*/partners\\.case-review$"), route -> {
            String body = route.request().postData();
            route.resume(
                    body == null
                            ? new Route.ResumeOptions()
                            : new Route.ResumeOptions()
                                    .setPostData(
                                            body.replace("06.12.34.56.78", "12").replace("DUR%C3%9BCHE", "R2D2")));
        });
        visitor.expecting(422).button("Valider").click();
        Locator summary = visitor.page.locator("[data-error-summary]");
        assertThat(summary).isFocused();
        assertThat(summary).containsText("Téléphone : Le numéro de téléphone doit compter dix chiffres");
        assertThat(visitor.page
                        .locator(".field--error")
                        .filter(new Locator.FilterOptions().setHas(visitor.field("Téléphone"))))
                .containsText("dix chiffres");
        assertThat(visitor.field("Prénom")).hasValue("Jean-Pierre");
        visitor.looks("deposit-refused");
        visitor.page.unroute(Pattern.compile(".*/partners\\.case-review$"));
        visitor.field("Téléphone").fill("0612345678");
        visitor.field("Nom").fill("Durûche");
        send(visitor);
    }

    @Test
    @DisplayName("PART-10 a double click on Valider, and a reload of the answer, make one request")
    void doubleClick(Visitor visitor) {
        Desk desk = world.desk("331");
        visitor.at(world, desk);
        begin(visitor, DOCUMENT);
        certificate(visitor);
        var posts = new AtomicInteger();
        visitor.page.onRequest(request -> {
            if (request.method().equals("POST") && request.url().endsWith("/partners.document")) {
                posts.incrementAndGet();
            }
        });
        visitor.button("Valider").dblclick();
        visitor.sees("Demande envoyée");
        visitor.page.reload();
        visitor.sees("Demande envoyée");
        Assertions.assertThat(posts).hasValue(1);
        Assertions.assertThat(requests(desk)).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "PART-10 Back, then send again: the same form says the number of its first sending, and makes no second")
    void back(Visitor visitor) {
        Desk desk = world.desk("331");
        visitor.at(world, desk);
        begin(visitor, DOCUMENT);
        certificate(visitor);
        Locator key = visitor.page.locator("input[name=submission]");
        String first = key.inputValue();
        send(visitor);
        String confirmation = visitor.path();
        String number = confirmation.split("/")[3];

        visitor.page.goBack();
        visitor.sees(DOCUMENT);
        certificate(visitor);
        // a browser that keeps its pages shows the form as it was sent; this one asks for a new page with a new key
        key.evaluate("(input, first) => { input.value = first; }", first);
        send(visitor).reads(number);
        Assertions.assertThat(visitor.path()).isEqualTo(confirmation);
        Assertions.assertThat(requests(desk)).isEqualTo(1);
    }

    private static void certificate(Visitor visitor) {
        visitor.chip("Attestation de droits").click();
        person(visitor);
        comment(visitor);
    }

    private int requests(Desk desk) {
        return jdbc.sql("select count(*) from request where structure_id = ?")
                .param(desk.structure().id())
                .query(Integer.class)
                .single();
    }

    /** Opens the form of an offer from the offers' page. */
    static Visitor begin(Visitor visitor, String offer) {
        visitor.sees("Déposer une demande");
        visitor.link("Nouvelle demande : " + offer).click();
        visitor.sees(offer);
        assertThat(visitor.page.locator("[data-form-mount] .field").first()).isVisible();
        return visitor;
    }

    /** Types the person as people do: small letters, no dots. */
    static void person(Visitor visitor) {
        visitor.chip("Monsieur").click();
        visitor.field("Nom").fill("durûche-o'neil");
        visitor.field("Prénom").fill("jean-pierre");
        visitor.field("Date de naissance").pressSequentially("09/02/1961");
        visitor.field("Lieu de naissance").fill("33");
        visitor.field("Téléphone").pressSequentially("0612345678");
        visitor.field("Téléphone").blur();
    }

    static void comment(Visitor visitor) {
        visitor.field("Commentaires").fill("Bonjour, voici la situation.\nMerci de votre aide.");
    }

    static Visitor send(Visitor visitor) {
        visitor.button("Valider").click();
        return visitor.sees("Demande envoyée").reads("Votre demande n° ");
    }
}
