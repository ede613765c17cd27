package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.navette.browser.Tasklist.signIn;
import static org.navette.engine.TrialStart.PASSWORD;
import static org.navette.engine.TrialStart.SIRET;
import static org.navette.engine.TrialStart.TITLE;
import static org.navette.engine.TrialStart.TWICE;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.engine.TrialStart;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("An agent who starts a process in Tasklist")
class StartPagesTest {

    private static final String WAY = "Démarrer un processus";
    /** Camunda's loader gives up after seven seconds by itself. */
    private static final int BEYOND_PATIENCE = 9_000;

    private static final String WRONG_SIRET = "73282932000075";

    @Autowired
    TrialStart.Desk desk;

    @BeforeEach
    void open() {
        desk.open();
    }

    @Test
    @DisplayName(
            "PROV-18 COMM-10 types a wrong value, reads why in French, corrects it and starts; nothing typed is lost")
    void starts(@Language("en-US") Visitor agent) throws IOException {
        String reference = desk.freeReference();
        signIn(agent, "start.agent", PASSWORD);
        way(agent).click();
        Locator dialog = dialog(agent);
        assertThat(dialog.locator(".processes li")).hasText(TITLE);
        TasklistLanguageTest.speaksFrench(agent, "tasklist");
        agent.photograph("tasklist-start-list");
        agent.link(TITLE).click();
        assertThat(agent.page.locator(".modal-title")).hasText(WAY + " : " + TITLE);

        agent.field("Référence du dossier").fill("ab12");
        Locator mistake = dialog.locator(".fjs-form-field-error");
        assertThat(mistake).hasText("Le format de cette réponse n’est pas celui attendu.");
        assertThat(agent.button("Démarrer")).isDisabled();
        agent.field("Référence du dossier").fill(reference);
        assertThat(mistake).hasCount(0);
        agent.field("SIRET de l'établissement").fill(WRONG_SIRET);
        agent.page.getByLabel("Remboursement").check();
        agent.field("Montant demandé").fill("250");
        agent.field("Observation").fill("Reçu par la poste.");
        agent.expecting(400);
        agent.button("Démarrer").click();

        Locator refusals = dialog.locator(".notifications .alert");
        assertThat(refusals).hasCount(1);
        assertThat(refusals).containsText("Le processus n’a pas pu démarrer");
        assertThat(refusals).containsText("SIRET de l'établissement : Ce SIRET n'est pas valide");
        assertThat(refusals).isInViewport();
        assertThat(agent.field("SIRET de l'établissement")).hasValue(WRONG_SIRET);
        assertThat(agent.field("Observation")).hasValue("Reçu par la poste.");
        TasklistLanguageTest.speaksFrench(agent, "tasklist");
        Assertions.assertThat(Accessibility.violations(agent.page, ".modal")).isEmpty();
        agent.photograph("tasklist-start-refused");
        Assertions.assertThat(desk.registered(reference)).isEmpty();

        agent.field("SIRET de l'établissement").fill(SIRET);
        agent.button("Démarrer").click();
        assertThat(dialog).isHidden();
        assertThat(agent.page.locator("body")).containsText("Le processus a démarré.");
        Assertions.assertThat(desk.registered(reference))
                .singleElement()
                .satisfies(file -> Assertions.assertThat(file.answers()).contains("Reçu par la poste.", "250"));
        Tasklist.filter(agent, "À prendre en charge").click();
        assertThat(agent.page
                        .locator("li.task")
                        .filter(new Locator.FilterOptions().setHasText("Contrôler le dossier d'essai"))
                        .first())
                .isVisible();
    }

    @Test
    @DisplayName(
            "PROV-18 COMM-17 starts without a mouse; what the espace refuses is told once, in place of what was told")
    void keyboard(Visitor agent) {
        String reference = desk.freeReference();
        signIn(agent, "start.agent", PASSWORD);
        var keys = new Keyboard(agent);
        assertThat(way(agent)).isVisible();
        keys.press("Enter", way(agent));
        assertThat(agent.link(TITLE)).isFocused();
        keys.press("Enter");
        assertThat(agent.field("Référence du dossier")).isFocused();
        fill(keys, agent, reference);
        keys.press("Enter", agent.button("Démarrer"));
        assertThat(dialog(agent)).isHidden();
        assertThat(way(agent)).isFocused();
        Assertions.assertThat(desk.registered(reference)).hasSize(1);

        keys.press("Enter");
        assertThat(agent.link(TITLE)).isFocused();
        keys.press("Enter");
        assertThat(agent.field("Référence du dossier")).isFocused();
        fill(keys, agent, reference);
        agent.expecting(400);
        for (int i = 0; i < 2; i++) {
            answered(agent, () -> keys.press("Enter", agent.button("Démarrer")));
            assertThat(dialog(agent).locator(".notifications .alert")).hasCount(1);
            assertThat(dialog(agent).locator(".notifications .alert")).containsText(TWICE);
        }
        assertThat(agent.field("Référence du dossier")).hasValue(reference);
        Assertions.assertThat(desk.registered(reference)).hasSize(1);
        keys.press("Escape");
        assertThat(dialog(agent)).isHidden();
        assertThat(way(agent)).isFocused();
    }

    private static void fill(Keyboard keys, Visitor agent, String reference) {
        // the library draws a form once more right after it opened, and may swallow the first letters on a busy machine
        keys.fill("Référence du dossier", reference);
        if (!reference.equals(agent.field("Référence du dossier").inputValue())) {
            keys.fill("Référence du dossier", reference);
        }
        assertThat(agent.field("Référence du dossier")).hasValue(reference);
        keys.fill("SIRET de l'établissement", SIRET);
        keys.press("Space", agent.page.getByLabel("Prise en charge"));
    }

    private static Response answered(Visitor agent, Runnable action) {
        return agent.page.waitForResponse(answer -> answer.url().endsWith("/submit-form"), action);
    }

    @Test
    @DisplayName("PROV-18 who has no process to start is not offered the dialog")
    void notOffered(Visitor chief) {
        chief.page.waitForResponse(
                answer -> answer.url().contains("startablePermissionCheck"),
                () -> signIn(chief, "start.chief", PASSWORD));
        assertThat(chief.page.getByText("Raccourcis clavier")).isVisible();
        assertThat(way(chief)).isHidden();
    }

    @Test
    @DisplayName("PROV-18 what somebody typed before their session ended does not fill in the next one's form")
    void nothingLeftBehind(Visitor agent) {
        signIn(agent, "start.agent", PASSWORD);
        assertThat(way(agent)).isVisible();
        agent.page.evaluate(
                "localStorage.setItem('camunda-form:undefined', JSON.stringify({ comment: 'Confidentiel' }))");
        agent.page.reload();
        way(agent).click();
        agent.link(TITLE).click();
        assertThat(agent.field("Observation")).hasValue("");
    }

    @Test
    @DisplayName("COMM-10 Tasklist waits for a slow line; it does not stay blank")
    void slow(Visitor agent) {
        agent.page.route(Pattern.compile("/plugin\\.js"), answer -> {
            agent.page.waitForTimeout(BEYOND_PATIENCE);
            answer.resume();
        });
        signIn(agent, "start.agent", PASSWORD);
        assertThat(way(agent)).isVisible();
    }

    /** In Tasklist's bar; its name begins with a sign. */
    private static Locator way(Visitor agent) {
        return agent.page.locator(".start-process-action a").filter(new Locator.FilterOptions().setHasText(WAY));
    }

    private static Locator dialog(Visitor agent) {
        return agent.page.locator(".modal-content");
    }
}
