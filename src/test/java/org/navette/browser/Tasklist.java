package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.navette.partners.PartnerWorld;

/** What an agent does in Camunda Tasklist. */
final class Tasklist {

    private static final int PAGES = 20;

    private Tasklist() {}

    static void signIn(Visitor agent, String login) {
        signIn(agent, login, PartnerWorld.PASSWORD);
    }

    static void signIn(Visitor agent, String login, String password) {
        agent.open("/agents/connexion").sees("Connexion");
        agent.field("Identifiant").fill(login);
        agent.field("Mot de passe").fill(password);
        agent.button("Se connecter").click();
    }

    static Locator filter(Visitor agent, String name) {
        return agent.page.locator(".task-filter").getByText(name);
    }

    private static final String NEXT_PAGE = "() => [...document.querySelectorAll('.pagination-next:not(.disabled) a')]"
            + ".filter(next => next.offsetParent).forEach(next => next.click())";

    /** The task of a request in the list, on whichever page of it. */
    static Locator card(Visitor agent, String number) {
        Locator card = agent.page.locator("li.task").filter(new Locator.FilterOptions().setHasText(number));
        assertThat(agent.page.locator("li.task").first()).isVisible();
        for (int i = 0; i < PAGES && card.count() == 0; i++) {
            // looked at and clicked in one go: another list may just take this one's place
            agent.page.evaluate(NEXT_PAGE);
            agent.page.waitForTimeout(250);
        }
        return card;
    }

    /** Signs in, finds a request in a list and takes its task; returns the dossier, with the task's form below. */
    static Locator take(Visitor agent, String login, String list, String number) {
        signIn(agent, login);
        filter(agent, list).click();
        card(agent, number).click();
        Locator dossier = agent.page.locator(".dossier");
        assertThat(dossier).containsText("n° " + number);
        dossier.locator("[data-take]").click();
        assertThat(agent.page.locator("[data-task-form] .fjs-container")).isVisible();
        return dossier;
    }

    /** The tab with the task's form, which stands after the dossier. */
    static void form(Visitor agent) {
        agent.page.locator(".tabbed-content .nav-tabs li").nth(1).locator("a").click();
        assertThat(agent.page.locator(".fjs-container")).isVisible();
    }

    static void complete(Visitor agent) {
        agent.page.locator(".form-actions .btn-primary").click();
        assertThat(agent.page.locator("section.task-card")).isHidden();
    }
}
