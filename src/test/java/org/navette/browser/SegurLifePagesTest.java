package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.navette.browser.Tasklist.card;
import static org.navette.browser.Tasklist.filter;
import static org.navette.browser.Tasklist.signIn;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.SentLetters;
import org.navette.directory.Couloir;
import org.navette.funding.FundingWorld;
import org.navette.funding.FundingWorld.Enrolled;
import org.navette.funding.ImportWorld;
import org.navette.funding.MoneyWorld;
import org.navette.funding.PayingAgency;
import org.navette.funding.RequestType;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("The life of a request for funding")
class SegurLifePagesTest {

    private static final Couloir COULOIR = Couloir.MDV;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    FundingWorld world;

    @Autowired
    ImportWorld files;

    @Autowired
    MoneyWorld money;

    @Autowired
    PayingAgency agency;

    @Autowired
    SentLetters letters;

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName(
            "FUND-13 FUND-21 a request without its documents is told at home, then by mail, and is gone after a week")
    void expires(Visitor supplier) {
        Enrolled enrolled = world.enrolled(COULOIR);
        String number = files.advance(enrolled, COULOIR);
        SegurSteps.signIn(supplier, enrolled.supplier());
        supplier.reads("Une demande attend ses pièces");
        supplier.open("/segur/incompletes")
                .reads(number)
                .reads(DateTimeFormatter.ofPattern("dd/MM/uuuu")
                        .format(LocalDate.now(PARIS).plusDays(7)));
        agency.later(Duration.ofDays(6));
        agency.runDueTimers(number);
        SentLetters.Letter mail =
                letters.lastTo(enrolled.supplier().correspondent().email());
        Assertions.assertThat(mail.text()).contains(number);
        supplier.open(mail.link()).reads(number);
        agency.later(Duration.ofDays(7));
        agency.runDueTimers(number);
        supplier.open("/segur/incompletes").reads("Toutes vos demandes ont leurs pièces.");
        supplier.open("/segur/accueil");
        assertThat(supplier.page.locator("main")).not().containsText("attend ses pièces");
    }

    @Test
    @DisplayName(
            "FUND-10 FUND-14 FUND-16 FUND-17 FUND-18 from a balance in a file to its payment and notice, then cancelled")
    void balance(Visitor supplier, Visitor agent, Visitor supervisor) throws IOException {
        money.fresh(COULOIR, "500000.00");
        Enrolled enrolled = world.enrolled(COULOIR);
        String advance = money.decided(enrolled, COULOIR);
        pay();
        String dossier = advance.substring(0, advance.length() - 2);
        String balance = dossier + "M1";
        agency.agent();
        agency.supervisor();

        SegurSteps.signIn(supplier, enrolled.supplier());
        supplier.open("/segur/imports");
        supplier.link("Importer des demandes").first().click();
        SegurSteps.simulate(
                supplier,
                enrolled,
                RequestType.BALANCE,
                ImportWorld.file(enrolled, RequestType.BALANCE, COULOIR)
                        .times(1)
                        .with("/demandes/0/numeroDossierAvance", "\"" + dossier + "\""));
        supplier.button("Importer").click();
        supplier.reads("Import en cours");
        files.run(Long.parseLong(supplier.path().replaceAll("\\D", "")));
        supplier.reads("Bilan").reads(balance).open("/segur/demandes/" + balance + "/pieces");
        SegurSteps.pieces(supplier);
        supplier.reads("est en cours");

        signIn(agent, agency.agent());
        filter(agent, "Financements Ségur").click();
        card(agent, balance).click();
        agent.page.locator(".dossier [data-take]").click();
        Locator form = agent.page.locator("[data-task-form]");
        form.getByText("Valider la demande").click();
        agent.photograph("segur-balance-instructed");
        form.locator("button[type=submit]").click();
        assertThat(agent.page.locator("section.task-card")).isHidden();

        money.decide(money.batch(COULOIR), Map.of("choice", "FITTING"));
        pay();
        supplier.open("/segur/demandes/" + balance).reads("Paiement effectué").looks("segur-balance-paid");
        supplier.page.locator("summary:has-text('Suivi financier')").click();
        var notice = supplier.page.waitForDownload(
                () -> supplier.link("Télécharger l'avis de paiement de la demande " + balance)
                        .click());
        try (var pdf = Loader.loadPDF(Files.readAllBytes(notice.path()))) {
            Assertions.assertThat(new PDFTextStripper().getText(pdf)).contains(balance);
        }

        signIn(supervisor, agency.supervisor());
        filter(supervisor, "Mes tâches").waitFor();
        supervisor.open("/agents/gestion/asp/annulations").sees("Annuler une demande de financement");
        supervisor.field("Numéro de la demande").fill(balance);
        supervisor.page.getByLabel("recouvrement").check();
        supervisor.field("Motif").fill("Somme recouvrée en totalité.");
        supervisor.button("Annuler la demande").click();
        supervisor.reads(balance).looks("segur-cancelled");
        supplier.open("/segur/demandes/" + balance).reads("Annulée").reads("Somme recouvrée en totalité.");
        supplier.open("/segur/demandes/" + balance + "/historique")
                .reads("Historisée")
                .looks("segur-history-cancelled");
        Assertions.assertThat(letters.lastTo(enrolled.supplier().correspondent().email())
                        .text())
                .contains("Somme recouvrée en totalité.");
    }

    private void pay() {
        money.execute(money.payment(), LocalDate.now(PARIS).toString());
    }
}
