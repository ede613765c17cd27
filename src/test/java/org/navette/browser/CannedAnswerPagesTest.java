package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.navette.browser.Tasklist.card;
import static org.navette.browser.Tasklist.filter;
import static org.navette.browser.Tasklist.signIn;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.directory.Supervisor;
import org.navette.partners.PartnerWorld;
import org.navette.requests.CannedAnswers;
import org.navette.requests.CannedText;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("COMM-10 Canned answers")
class CannedAnswerPagesTest {

    private static final String ORGANISM = "401";

    @Autowired
    PartnerWorld world;

    @Autowired
    CannedAnswers answers;

    @Test
    @DisplayName(
            "COMM-10 PART-25 a supervisor reaches the pages from Tasklist's bar, keeps the catalogue, and goes back")
    void supervisor(Visitor supervisor, Visitor agent) {
        signIn(supervisor, world.supervisorOf(ORGANISM).login());
        filter(supervisor, "Mes tâches").waitFor();
        supervisor.photograph("tasklist-supervisor");
        supervisor.link("Gestion de l'organisme").click();
        supervisor.link("Réponses types").click();
        supervisor.sees("Réponses types").looks("canned-answers-none");
        supervisor.link("Créer la première réponse type").click();
        supervisor.sees("Créer une réponse type").looks("canned-answer-new");
        supervisor.expecting(422).button("Créer la réponse type").click();
        assertThat(supervisor.page.locator("[data-error-summary]")).isFocused();
        supervisor.reads("2 points à corriger").looks("canned-answer-refused");
        supervisor.select("Proposée pour").selectOption(new SelectOption().setLabel("AME"));
        supervisor.field("Titre").fill("Pièces manquantes");
        supervisor.field("Texte").fill("Il manque :\n- l'avis d'imposition ;\n- une pièce d'identité.");
        supervisor.button("Créer la réponse type").click();
        supervisor
                .sees("Réponses types")
                .reads("La réponse type « Pièces manquantes » est créée.")
                .looks("canned-answers");
        supervisor.link("Supprimer la réponse type Pièces manquantes").click();
        supervisor.sees("Supprimer une réponse type").looks("canned-answer-remove");
        supervisor.link("Revenir à la liste de tâches").click();
        filter(supervisor, "Mes tâches").waitFor();

        // a reload would overtake the way to Tasklist
        agent.page.waitForResponse(
                answer -> answer.url().endsWith("/agents/menu"), () -> signIn(agent, world.agent(ORGANISM)));
        filter(agent, "Mes tâches").waitFor();
        assertThat(agent.link("Gestion de l'organisme")).hasCount(0);
    }

    @Test
    @DisplayName("COMM-10 an agent inserts an answer where the cursor is; nothing typed is lost, and the draft is kept")
    void insert(Visitor agent) {
        Supervisor supervisor = world.supervisorOf(ORGANISM);
        String offer = "partners.case-review";
        answers.add(supervisor, UUID.randomUUID(), new CannedText("", "Délai", "Sous dix jours."));
        answers.add(supervisor, UUID.randomUUID(), new CannedText(offer, "Étude", "Le dossier est complet."));
        answers.add(supervisor, UUID.randomUUID(), new CannedText(offer, "Très longue", "é".repeat(4_990)));
        String number = world.deposit(world.desk(ORGANISM), offer);
        signIn(agent, world.agent(ORGANISM));
        filter(agent, "À prendre en charge").click();
        card(agent, number).click();
        agent.button("Prendre en charge").click();
        Locator text = agent.page.locator("[data-task-form] textarea");
        Locator choice = agent.select("Insérer une réponse type");
        Locator said = agent.page.locator(".canned__said");
        choice.waitFor();
        Assertions.assertThat(choice.locator("optgroup").evaluateAll("all => all.map(one => one.label)"))
                .asList()
                .endsWith("Pour cette offre", "Pour toutes les demandes");

        agent.button("Insérer").click();
        assertThat(said).containsText("Choisissez une réponse type");
        assertThat(choice).isFocused();
        text.fill("Bonjour, au revoir");
        text.evaluate("field => field.setSelectionRange(8, 8)");
        choice.selectOption(new SelectOption().setLabel("Étude"));
        agent.button("Insérer").click();
        String whole = "Bonjour,\n\nLe dossier est complet.\n\n au revoir";
        assertThat(text).hasValue(whole);
        assertThat(text).isFocused();
        Assertions.assertThat(text.evaluate("field => field.selectionStart")).isEqualTo(33);
        assertThat(said).containsText("« Étude » est insérée");
        assertThat(agent.page.locator(".dossier .counter")).containsText("45 / 5");
        assertThat(agent.page.locator("[data-draft]")).containsText("Brouillon enregistré");
        agent.photograph("dossier-canned-answer");
        Assertions.assertThat(Accessibility.violations(agent.page, ".dossier")).isEmpty();

        choice.selectOption(new SelectOption().setLabel("Très longue"));
        agent.button("Insérer").click();
        assertThat(said).containsText("caractères de trop");
        assertThat(text).hasValue(whole);

        agent.page.reload();
        assertThat(text).hasValue(whole);
        // Tasklist may ask once more for a task that has just ended
        agent.expecting(404).button("Répondre et terminer la tâche").click();
        assertThat(agent.page.locator("section.task-card")).isHidden();
    }
}
