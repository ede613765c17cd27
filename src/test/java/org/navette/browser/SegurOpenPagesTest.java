package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.SentLetters;
import org.navette.funding.PayingAgency;
import org.navette.funding.SupportWorld;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("The public area of the Ségur")
class SegurOpenPagesTest {

    @Autowired
    PayingAgency agency;

    @Autowired
    SupportWorld world;

    @Autowired
    SentLetters letters;

    @Test
    @DisplayName("FUND-01 FUND-02 from the home page to an answer among the questions, with the keyboard alone")
    void questions(Visitor visitor) {
        var keys = new Keyboard(visitor);
        visitor.open("/segur").sees("Ségur numérique").looks("segur-home");
        Locator funding = visitor.page.locator("summary", withText("Qu'est-ce que le financement"));
        keys.press("Enter", funding);
        visitor.reads("Le montant retenu est celui que vous déclarez").looks("segur-home-open");
        keys.press("Enter", visitor.link("Consulter les questions fréquentes"));
        visitor.sees("Questions fréquentes").looks("segur-questions");
        Locator advance = visitor.page.locator("summary", withText("Avance – demande"));
        Locator amount = visitor.page.getByText("Quel est le montant de l'avance");
        assertThat(amount).isHidden();
        keys.press("Enter", advance);
        assertThat(amount).isVisible();
        keys.press("Space");
        assertThat(amount).isHidden();
        keys.to(visitor.page.getByLabel("Rechercher dans les questions"))
                .type("pieces AVANCE zip")
                .press("Enter");
        visitor.reads("pour «\u00a0pieces AVANCE zip\u00a0»").reads("Dans un fichier zip");
        assertThat(visitor.page.locator("mark").first()).isVisible();
        visitor.looks("segur-questions-found");
        visitor.open("/segur/questions?q=xylophone").reads("Aucune réponse").looks("segur-questions-none");
        keys.press("Enter", visitor.page.locator("main").getByText("Contacter l'assistance"));
        visitor.sees("Contacter l'assistance");
        visitor.open("/segur/mentions-legales").sees("Mentions légales").looks("segur-legal");
        visitor.open("/segur/accessibilite").sees("Accessibilité").looks("segur-accessibility");
    }

    private static com.microsoft.playwright.Page.LocatorOptions withText(String text) {
        return new com.microsoft.playwright.Page.LocatorOptions().setHasText(text);
    }

    @Test
    @DisplayName(
            "FUND-03 COMM-17 somebody without an account asks the support with the keyboard alone, and is answered")
    void contact(Visitor visitor) {
        agency.agent();
        var keys = new Keyboard(visitor);
        String email = SupportWorld.email();
        visitor.open("/segur/contact").sees("Contacter l'assistance");
        assertThat(visitor.field("Nom")).isVisible();
        visitor.looks("segur-contact");
        choose(keys, visitor, "Couloir", "Hôpital");
        choose(keys, visitor, "Phase", "Avance");
        choose(keys, visitor, "Type de demande", "Difficulté technique");
        keys.fill("Nom", "Éloïse Chaput");
        keys.fill("Courriel", email);
        keys.fill("Téléphone", "01 99 00 12 47");
        keys.fill("Numéro de demande associée", "aucun");
        keys.choose(
                visitor.button("Choisir des fichiers"),
                new FilePayload(
                        "simulation.json", "application/json", "{\"demandes\": [".getBytes(StandardCharsets.UTF_8)));
        assertThat(visitor.page.getByText("1 fichier joint sur 1")).isVisible();
        keys.press("Enter", visitor.button("Envoyer"));

        // a wrong number and no description: found before any proof is made, with a way to each field
        Locator summary = visitor.page.locator("[data-error-summary]");
        assertThat(summary).isFocused();
        assertThat(summary).containsText("2 points à corriger");
        visitor.looks("segur-contact-errors");
        keys.press("Tab").press("Enter");
        assertThat(visitor.field("Numéro de demande associée")).isFocused();
        keys.press("ControlOrMeta+A").type("sans objet");
        keys.fill("Description", "Mon fichier est refusé à la simulation.");
        keys.press("Enter", visitor.button("Envoyer"));
        visitor.sees("Demande d'assistance envoyée").reads(email).looks("segur-contact-sent");

        var number = Pattern.compile("ASS-\\d{4}-\\d{6}")
                .matcher(visitor.page.locator("main").innerText());
        Assertions.assertThat(number.find()).isTrue();
        Assertions.assertThat(world.files(number.group()))
                .extracting(file -> file.name())
                .containsExactly("simulation.json");
        agency.decide(number.group(), Map.of("answer", "Fermez le crochet du tableau."));
        Assertions.assertThat(letters.lastTo(email).text()).contains("Fermez le crochet du tableau.");
    }

    private static void choose(Keyboard keys, Visitor visitor, String field, String option) {
        keys.to(visitor.select(field)).type(option);
        assertThat(visitor.select(field).locator("option:checked")).hasText(option);
    }

    @Test
    @DisplayName(
            "FUND-03 what goes on before sending is told; without a network nothing is lost, and it can be sent again")
    void proof(Visitor visitor) {
        agency.agent();
        visitor.open("/segur/contact");
        fill(visitor, SupportWorld.email());
        // the console tells a request that fails
        visitor.expecting(503)
                .page
                .route(
                        "**/contact/defi",
                        route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions().setStatus(503)));
        visitor.button("Envoyer").click();
        visitor.reads("La vérification automatique n’a pas pu se faire.").looks("segur-contact-no-proof");
        assertThat(visitor.field("Nom")).hasValue("Éloïse Chaput");
        visitor.page.unroute("**/contact/defi");
        // every word of the status is kept
        visitor.page.evaluate("() => { window.told = []; const status = document.querySelector('.proof [role=status]');"
                + " new MutationObserver(() => sessionStorage.setItem('told',"
                + " (sessionStorage.getItem('told') ?? '') + status.textContent + '|'))"
                + ".observe(status, { childList: true, characterData: true, subtree: true }); }");
        visitor.button("Envoyer").click();
        visitor.sees("Demande d'assistance envoyée");
        Assertions.assertThat((String) visitor.page.evaluate("() => sessionStorage.getItem('told')"))
                .contains("Vérification automatique en cours…")
                .contains("Vérification automatique terminée");
    }

    @Test
    @DisplayName("FUND-03 a proof that the server refuses is made anew with the next sending")
    void refused(Visitor visitor) {
        agency.agent();
        visitor.open("/segur/contact");
        fill(visitor, SupportWorld.email());
        visitor.page.evaluate("() => { document.querySelector('[name=proof]').value = 'e30='; }");
        visitor.expecting(422).button("Envoyer").click();
        visitor.reads("La vérification automatique n'est pas valable.").looks("segur-contact-refused");
        assertThat(visitor.field("Description")).hasValue("Quel est le délai ?");
        visitor.button("Envoyer").click();
        visitor.sees("Demande d'assistance envoyée");
    }

    @Test
    @DisplayName("FUND-03 COMM-10 an agent finds the request in its list, reads all of it and answers from the dossier")
    void answer(Visitor agent) {
        agency.agent();
        String email = SupportWorld.email();
        String number = world.sent(email);
        Tasklist.signIn(agent, agency.agent());
        Tasklist.filter(agent, "Assistance Ségur").click();
        Tasklist.card(agent, number).click();
        Locator dossier = agent.page.locator(".dossier");
        assertThat(dossier).containsText("n° " + number);
        assertThat(dossier).containsText("Mon fichier est refusé à la simulation.");
        assertThat(dossier).containsText("Sans compte");
        dossier.locator("[data-take]").click();
        agent.page.locator("[data-task-form] textarea").fill("Fermez le crochet du tableau.");
        assertThat(dossier.getByText("Fichiers à joindre")).hasCount(0);
        agent.photograph("tasklist-support-1280");
        agent.button("Répondre à la demande d'assistance et terminer la tâche").click();
        assertThat(agent.page.locator("section.task-card")).isHidden();
        Assertions.assertThat(letters.lastTo(email).text()).contains("Fermez le crochet du tableau.");
    }

    private static void fill(Visitor visitor, String email) {
        visitor.select("Couloir").selectOption("SAS");
        visitor.select("Phase").selectOption("Autre");
        visitor.select("Type de demande").selectOption("Réclamation");
        visitor.field("Nom").fill("Éloïse Chaput");
        visitor.field("Courriel").fill(email);
        visitor.field("Téléphone").fill("0199001247");
        visitor.field("Numéro de demande associée").fill("Sans objet");
        visitor.field("Description").fill("Quel est le délai ?");
    }
}
