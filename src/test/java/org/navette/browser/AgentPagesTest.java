package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
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

    private static void signIn(Visitor agent, String login) {
        agent.open("/agents/connexion").sees("Connexion");
        agent.field("Identifiant").fill(login);
        agent.field("Mot de passe").fill(PartnerWorld.PASSWORD);
        agent.button("Se connecter").click();
    }

    private static Locator filter(Visitor agent, String name) {
        return agent.page.locator(".task-filter").getByText(name);
    }

    /** The task of a request in the list; {@link #ORGANISM} has so few that one page holds them. */
    private static Locator card(Visitor agent, String number) {
        return agent.page.locator("li.task").filter(new Locator.FilterOptions().setHasText(number));
    }

    /** The tab with the task's form, which stands after the dossier. */
    private static void form(Visitor agent) {
        agent.page.locator(".tabbed-content .nav-tabs li").nth(1).locator("a").click();
        assertThat(agent.page.locator(".fjs-container")).isVisible();
    }

    private static void complete(Visitor agent) {
        agent.page.locator(".form-actions .btn-primary").click();
        assertThat(agent.page.locator("section.task-card")).isHidden();
    }
}
