package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.navette.browser.Tasklist.card;
import static org.navette.browser.Tasklist.filter;
import static org.navette.browser.Tasklist.signIn;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.directory.Couloir;
import org.navette.funding.FundingWorld;
import org.navette.funding.MoneyWorld;
import org.navette.funding.PayingAgency;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("FUND-16 FUND-17 The money of the Ségur")
class SegurMoneyPagesTest {

    private static final Couloir COULOIR = Couloir.MDV;

    @Autowired
    FundingWorld world;

    @Autowired
    MoneyWorld money;

    @Autowired
    PayingAgency agency;

    @Test
    @DisplayName("FUND-16 a supervisor fills an envelope, then decides on a batch that its dossier shows")
    void decision(Visitor supervisor) {
        money.fresh(COULOIR, "0.00");
        money.validated(world.enrolled(COULOIR), COULOIR, 2);
        String batch = money.batch(COULOIR);
        signIn(supervisor, agency.supervisor());
        filter(supervisor, "Mes tâches").waitFor();
        supervisor.link("Gestion de l'organisme").click();
        supervisor.link("Enveloppes du Ségur").click();
        supervisor.sees("Enveloppes du Ségur").looks("segur-envelopes");
        supervisor
                .link("Modifier l'enveloppe Médecine de ville " + money.year())
                .click();
        supervisor.field("Montant de l’enveloppe, en euros").fill("beaucoup");
        supervisor.expecting(422).button("Enregistrer").click();
        supervisor.reads("1 point à corriger").looks("segur-envelope-refused");
        supervisor.field("Montant de l’enveloppe, en euros").fill("500 000");
        supervisor.button("Enregistrer").click();
        supervisor.reads("est modifiée.");
        supervisor.link("Revenir à la liste de tâches").click();
        filter(supervisor, "Décisions Ségur").click();
        card(supervisor, batch).click();
        supervisor.page.locator(".dossier [data-take]").click();
        assertThat(supervisor.page.getByText("Décider tout ce qui tient").first())
                .isVisible();
        supervisor.photograph("segur-decision");
    }

    @Test
    @DisplayName("FUND-17 an accountant reads a run and says when it was carried out")
    void payment(Visitor accountant) {
        money.fresh(COULOIR, "500000.00");
        money.validated(world.enrolled(COULOIR), COULOIR, 2);
        money.decide(money.batch(COULOIR), Map.of("choice", "FITTING"));
        String run = money.payment();
        signIn(accountant, agency.accountant());
        filter(accountant, "Virements Ségur").click();
        card(accountant, run).click();
        accountant.page.locator(".dossier [data-take]").click();
        assertThat(accountant.page.getByText("Date d'exécution par la banque").first())
                .isVisible();
        accountant.photograph("segur-payment");
    }
}
