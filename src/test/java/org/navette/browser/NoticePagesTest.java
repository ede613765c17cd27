package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.navette.browser.Tasklist.card;
import static org.navette.browser.Tasklist.complete;
import static org.navette.browser.Tasklist.filter;
import static org.navette.browser.Tasklist.form;
import static org.navette.browser.Tasklist.signIn;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.directory.CareEstablishment;
import org.navette.providers.CareDesk;
import org.navette.providers.CnssAgency;
import org.navette.providers.ProviderWorld;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("What Tasklist says of a refused form")
class NoticePagesTest {

    @Autowired
    ProviderWorld world;

    @Autowired
    CareDesk desk;

    @Autowired
    CnssAgency agency;

    @Test
    @DisplayName("COMM-10 PROV-11 does not lie over the buttons, and is gone at the next attempt or with the task")
    void refused(Visitor agent) {
        CareEstablishment clinic = world.member();
        String first = desk.agreement(clinic, desk.insured(), "1000");
        String second = desk.agreement(clinic, desk.insured(), "2000");
        Locator notice = agent.page.locator(".page-notifications .alert");
        signIn(agent, agency.controller());
        open(agent, first);
        partly(agent, "5000");
        agent.expecting(400);
        agent.page.locator(".form-actions .btn-primary").click();
        assertThat(notice).containsText("inférieur au montant demandé");
        agent.photograph("tasklist-refused");

        open(agent, second);
        assertThat(notice).hasCount(0);
        partly(agent, "5000");
        agent.page.locator(".form-actions .btn-primary").click();
        assertThat(notice).containsText("2 000,00 DH");
        agent.field("Montant accordé (DH)").fill("500");
        // the click would be refused if something lay over the button
        complete(agent);
        assertThat(notice.filter(new Locator.FilterOptions().setHasText("montant demandé")))
                .hasCount(0);
    }

    private static void open(Visitor agent, String number) {
        filter(agent, "Prises en charge").click();
        card(agent, number).click();
        // offered by a task that nobody has yet, and so not by the one that was open before
        agent.page.locator("button.claim").click();
        form(agent);
    }

    private void partly(Visitor agent, String amount) {
        agent.page.getByLabel("Accordée partiellement").check();
        agent.field("Motifs").fill("Acte non prévu.");
        agent.field("Montant accordé (DH)").fill(amount);
        agent.field("Valable jusqu'au").fill(ProviderWorld.day(desk.today().plusDays(30)));
        // last: Camunda's calendar takes the day a moment after, with the other answers as they were before
        agent.page.keyboard().press("Tab");
    }
}
