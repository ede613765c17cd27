package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.navette.browser.DepositSteps.begin;
import static org.navette.browser.DepositSteps.comment;
import static org.navette.browser.DepositSteps.person;
import static org.navette.browser.DepositSteps.send;

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
@DisplayName("Sending the form of a deposit")
class DepositSendingPagesTest {

    private static final String APPOINTMENT = "Demander un rendez-vous pour un assuré";
    private static final String REVIEW = "Soumettre une demande d'étude de dossier";
    private static final String DOCUMENT = "Demander un document";

    @Autowired
    PartnerWorld world;

    @Autowired
    JdbcClient jdbc;

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
}
