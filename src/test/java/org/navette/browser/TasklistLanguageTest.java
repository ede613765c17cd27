package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.navette.browser.Tasklist.card;
import static org.navette.browser.Tasklist.complete;
import static org.navette.browser.Tasklist.filter;
import static org.navette.browser.Tasklist.form;
import static org.navette.browser.Tasklist.signIn;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.engine.Agents;
import org.navette.engine.Identity;
import org.navette.engine.IdentityData;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

@BrowserTest
@DisplayName("Camunda's pages in a browser whose language is English")
class TasklistLanguageTest {

    private static final String ADMINISTRATOR = "world.admin";
    private static final int LATE_MS = 2_000;
    private static final String LABELS = "META-INF/resources/webjars/camunda/app/%s/locales/%s.json";

    @Autowired
    PartnerWorld world;

    @Autowired
    Identity identity;

    /** Camunda's pages send everyone to their set-up until there is an administrator. */
    @BeforeEach
    void administrator() {
        identity.ensure(new IdentityData(
                List.of(),
                List.of(new IdentityData.User(
                        ADMINISTRATOR, "Adèle", "Admin", null, PartnerWorld.PASSWORD, List.of(Agents.ADMINISTRATOR)))));
    }

    @Test
    @DisplayName("COMM-10 the list, a task, its form and what the form answers are in French")
    void tasklist(@Language("en-US") Visitor agent) throws IOException {
        String number = world.deposit(world.desk("171"), "partners.case-review");
        signIn(agent, world.agent("171"));

        filter(agent, "À prendre en charge").click();
        card(agent, number).click();
        assertThat(agent.page.locator(".dossier")).containsText("n° " + number);
        assertThat(agent.page.locator("html")).hasAttribute("lang", "fr");
        assertThat(agent.page).hasTitle("Navette – Liste de tâches");
        assertThat(card(agent, number).locator(".creation-date")).containsText("Créée il y a");
        assertThat(agent.page.locator(".tabbed-content .nav-tabs")).containsText("Formulaire");
        speaksFrench(agent, "tasklist");
        agent.photograph("tasklist-english-browser");

        agent.page.getByText("Prendre la tâche").click();
        form(agent);
        complete(agent);
        filter(agent, "Mes tâches").click();
        card(agent, number).click();
        form(agent);
        Locator answer = agent.page.locator(".fjs-container textarea");
        answer.fill("Oui");
        answer.fill("");
        assertThat(agent.page.locator(".fjs-form-field-error")).hasText("Ce champ est obligatoire.");
        speaksFrench(agent, "tasklist");
    }

    @Test
    @DisplayName("COMM-10 the calendar of a search is in French and begins on Monday")
    void calendar(@Language("en-US") Visitor agent) throws IOException {
        signIn(agent, world.agent("171"));
        Locator search = agent.page.getByPlaceholder("Filtrer les tâches");
        search.fill("Échéance");
        search.press("Enter");
        assertThat(agent.page.locator(".uib-daypicker th small").first()).hasText("lun.");
        speaksFrench(agent, "tasklist");
    }

    @Test
    @DisplayName("COMM-10 no key of a text is shown when the French file comes late")
    void late(@Language("en-US") Visitor agent) throws IOException {
        agent.page.route("**/locales/fr.json*", route -> {
            agent.page.waitForTimeout(LATE_MS);
            route.resume();
        });
        signIn(agent, world.agent("171"));
        assertThat(agent.page.getByPlaceholder("Filtrer les tâches")).isVisible();
        assertThat(agent.page.locator("body")).containsText("Date de création");
        speaksFrench(agent, "tasklist");
    }

    @Test
    @DisplayName("COMM-10 the criteria of a filter are in French")
    void filters(@Language("en-US") Visitor administrator) throws IOException {
        signIn(administrator, ADMINISTRATOR);
        // choosing the first filter, on its own, would close the window
        assertThat(administrator.page).hasURL(Pattern.compile("filter="));
        administrator.page.getByText("Créer un filtre").click();
        Locator dialog = administrator.page.locator(".modal-content");
        dialog.getByText("Critères").click();
        dialog.locator("[ng-click='addCriterion()']").getByText("Ajouter").click();
        assertThat(dialog.locator("select")).containsText("Groupe candidat *");
        dialog.locator("select").selectOption(new SelectOption().setLabel("Échéance avant *"));
        assertThat(dialog.locator(".help-block.text-help")).containsText("Par exemple");
        administrator.photograph("tasklist-filter");
        speaksFrench(administrator, "tasklist");
    }

    @Test
    @DisplayName("COMM-10 the administrators' welcome page is in French")
    void welcome(@Language("en-US") Visitor administrator) throws IOException {
        signIn(administrator, ADMINISTRATOR);
        assertThat(administrator.page.locator(".task-filter").first()).isVisible();
        administrator.open("/camunda/app/welcome/default/");
        assertThat(administrator.page.locator("body")).containsText("Changer de mot de passe");
        assertThat(administrator.page.locator("html")).hasAttribute("lang", "fr");
        speaksFrench(administrator, "welcome");
        administrator.photograph("welcome-english-browser");
    }

    /** No line of the page is a text of the English locale file, or the key of one. */
    static void speaksFrench(Visitor visitor, String application) throws IOException {
        Map<String, String> english = labels(application, "en");
        Set<String> foreign = new HashSet<>(english.values());
        foreign.addAll(english.keySet());
        foreign.removeAll(labels(application, "fr").values());
        Assertions.assertThat(visitor.page.locator("body").innerText().lines().map(String::strip))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(foreign);
    }

    private static Map<String, String> labels(String application, String language) throws IOException {
        String json = new ClassPathResource(LABELS.formatted(application, language))
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("\uFEFF", "");
        Map<String, String> labels = new HashMap<>();
        new ObjectMapper()
                .readTree(json)
                .path("labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        labels.values().removeIf(String::isBlank);
        return labels;
    }
}
