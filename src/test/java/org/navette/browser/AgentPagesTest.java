package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.navette.browser.Tasklist.card;
import static org.navette.browser.Tasklist.complete;
import static org.navette.browser.Tasklist.filter;
import static org.navette.browser.Tasklist.form;
import static org.navette.browser.Tasklist.signIn;

import com.microsoft.playwright.Locator;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.partners.Desk;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;

/** Tasklist's own pages are Camunda's: they are used, and photographed, but not judged. */
@BrowserTest
@DisplayName("An agent in Tasklist")
class AgentPagesTest {

    /** One that hardly any other test deposits with. */
    private static final String ORGANISM = "623";

    @Autowired
    PartnerWorld world;

    @Test
    @DisplayName(
            "COMM-10 PART-13 PART-14 signs in, takes a request in charge, answers it, and the partner reads the answer")
    void answer(Visitor agent, Visitor partner) {
        Desk desk = world.desk(ORGANISM);
        String number = world.deposit(desk, "partners.case-review");
        signIn(agent, world.agent(ORGANISM));

        filter(agent, "À prendre en charge").click();
        card(agent, number).click();
        Locator dossier = agent.page.locator(".dossier");
        assertThat(dossier).containsText("n° " + number);
        assertThat(dossier).containsText("Joséphine");
        agent.photograph("tasklist-dossier");
        agent.page.locator("button.claim").click();
        assertThat(agent.page.locator(".assignee")).containsText("Agent " + ORGANISM);
        form(agent);
        assertThat(agent.page.locator(".fjs-container")).containsText("vous prenez la demande en charge");
        agent.photograph("tasklist-take-in-charge");
        complete(agent);

        partner.at(world, desk);
        partner.open("/partenaires/demandes/" + number).sees("Demande n° " + number);
        assertThat(partner.page.locator(".status").first()).hasText("Pris en charge");

        filter(agent, "Mes tâches").click();
        card(agent, number).click();
        assertThat(agent.page.locator("h2.task")).containsText("Répondre");
        form(agent);
        agent.page.locator(".fjs-container textarea").fill("Les droits sont ouverts.\nBonne journée.");
        agent.photograph("tasklist-answer");
        complete(agent);

        partner.page.reload();
        partner.reads("Les droits sont ouverts.").reads("CPAM COTE D'OPALE");
        assertThat(partner.page.locator(".status").first()).hasText("Résolu");
        assertThat(partner.page.locator("main")).not().containsText("Agent " + ORGANISM);
    }

    @Test
    @DisplayName(
            "PART-13 PART-14 takes in charge and answers without leaving the dossier; what was typed outlives the tab")
    void dossierOnly(Visitor agent, Visitor partner) {
        Desk desk = world.desk(ORGANISM);
        String number = world.deposit(desk, "partners.case-review");
        signIn(agent, world.agent(ORGANISM));
        filter(agent, "À prendre en charge").click();
        card(agent, number).click();
        agent.button("Prendre en charge").click();
        Locator text = agent.page.locator("[data-task-form] textarea");
        text.fill("Les droits sont ouverts.");
        assertThat(agent.page.locator("[data-draft]")).containsText("Brouillon enregistré");
        form(agent);
        agent.page.locator(".tabbed-content .nav-tabs li").first().locator("a").click();
        assertThat(text).hasValue("Les droits sont ouverts.");
        text.fill("");
        agent.button("Répondre et terminer la tâche").click();
        assertThat(agent.page.locator("[data-error-summary]")).containsText("Réponse : Ce champ est obligatoire.");
        text.fill("Les droits sont ouverts depuis mai.");
        agent.photograph("tasklist-dossier-answer");
        agent.button("Répondre et terminer la tâche").click();
        assertThat(agent.page.locator("section.task-card")).isHidden();

        partner.at(world, desk);
        partner.open("/partenaires/demandes/" + number)
                .sees("Demande n° " + number)
                .reads("Les droits sont ouverts depuis mai.");
    }

    @Test
    @DisplayName("COMM-02 who works on in Tasklist stays signed in; an idle session is announced, and can be kept")
    void idle(Visitor agent) {
        agent.page.clock().install();
        signIn(agent, world.agent("171"));
        filter(agent, "À prendre en charge").waitFor();
        Locator dialog = agent.page.locator("dialog");
        agent.page.clock().fastForward("20:00");
        agent.page.waitForResponse(
                answer -> answer.url().endsWith("/agents/session"),
                () -> agent.page.keyboard().press("Shift"));
        agent.page.clock().fastForward("20:00");
        assertThat(dialog).isHidden();
        agent.page.clock().fastForward("08:10");
        assertThat(dialog).containsText("Êtes-vous toujours là ?");
        agent.photograph("tasklist-session-warning");
        agent.button("Rester connecté").click();
        assertThat(dialog).isHidden();
        agent.page.clock().fastForward("31:00");
        assertThat(dialog).containsText("Votre session est terminée");
    }

    @Test
    @DisplayName("PART-24 an agent's list holds nothing of another organism")
    void otherOrganism(Visitor agent) {
        String number = world.deposit(world.desk(ORGANISM), "partners.case-review");
        signIn(agent, world.agent("agent.nearby", "241"));
        agent.page.waitForResponse(
                response ->
                        response.url().contains("/filter/") && response.url().contains("/list"),
                () -> filter(agent, "À prendre en charge").click());
        assertThat(agent.page.locator("body")).not().containsText(number);
    }

    @Test
    @DisplayName("PART-17 COMM-10 a list begins with what is urgent, and follows the order that the agent chooses")
    void order(Visitor agent, @Autowired TaskService tasks) {
        String first = world.deposit(world.desk("241"), "partners.case-review");
        String urgent = world.deposit(world.desk("241"), "partners.case-review");
        Task task = tasks.createTaskQuery().processInstanceBusinessKey(urgent).singleResult();
        task.setPriority(1_000);
        tasks.saveTask(task);
        signIn(agent, world.agent("agent.nearby", "241"));
        filter(agent, "À prendre en charge").click();
        Locator cards = agent.page.locator("li.task");
        assertThat(cards.first()).containsText(urgent);
        assertThat(agent.page
                        .locator(".sorting-choice, .sort-by, .sorting-choices")
                        .first())
                .containsText("Priorité");
        agent.photograph("tasklist-order");
        agent.page.locator(".sort-direction").first().click();
        assertThat(cards.first()).not().containsText(urgent);
        assertThat(agent.page.locator("li.task").filter(new Locator.FilterOptions().setHasText(first)))
                .isVisible();
    }
}
