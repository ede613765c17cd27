package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.directory.Couloir;
import org.navette.funding.Amendments;
import org.navette.funding.Declaration;
import org.navette.funding.FundingWorld;
import org.navette.funding.FundingWorld.Enrolled;
import org.navette.funding.ImportWorld;
import org.navette.funding.PayingAgency;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("Requests for funding")
class FundingRequestPagesTest {

    @Autowired
    FundingWorld world;

    @Autowired
    ImportWorld files;

    @Autowired
    PayingAgency agency;

    @Test
    @DisplayName("FUND-19 FUND-20 FUND-23 are searched, read with what explains them, compared and exported")
    void wholeWay(Visitor visitor) throws IOException {
        Enrolled enrolled = world.enrolled(Couloir.HOP);
        String number = files.complete(enrolled, Couloir.HOP);
        Enrolled second = new Enrolled(enrolled.supplier(), world.enrolled(enrolled.supplier(), Couloir.MS1));
        String establishments = files.complete(second, Couloir.MS1);
        agency.decide(
                number,
                Map.of(
                        "outcome",
                        "CHANGES",
                        "awaited",
                        "La date de la commande n'est pas celle du bon.",
                        "fields",
                        List.of("ORDER_DATE")));
        files.amend(number, Amendments.Cause.MODIFICATION, "Maëlle D'HERVÉ", FundingRequestPagesTest::later);
        visitor.at(world, enrolled.supplier());
        visitor.link("Demandes de financement").click();
        visitor.sees("Demandes de financement").reads(establishments).looks("funding-requests");

        visitor.expecting(422).page.getByLabel("Numéro de demande").fill("F");
        visitor.button("Rechercher").click();
        assertThat(visitor.page.locator("[data-error-summary]")).isFocused();
        visitor.looks("funding-requests-refused");
        visitor.page.getByLabel("Numéro de demande").clear();
        visitor.page.getByLabel("Numéro de demande").pressSequentially(number.substring(3, 9));
        assertThat(visitor.page.locator("#numeros option")).hasCount(1);
        assertThat(visitor.page.locator("#numeros option")).hasAttribute("value", number);
        visitor.page.keyboard().press("Enter");
        visitor.reads("1 ligne").reads(number);
        visitor.looks("funding-requests-found");
        visitor.link("Consulter la demande " + number).click();

        visitor.sees("Détails de la demande numéro " + number).reads("n'est pas celle du bon");
        Locator explanation = visitor.page
                .getByRole(com.microsoft.playwright.options.AriaRole.TOOLTIP)
                .first();
        assertThat(explanation).isHidden();
        visitor.page.locator(".hint__mark").first().focus();
        assertThat(explanation).isVisible();
        visitor.looks("funding-request-explained");
        visitor.page.keyboard().press("Escape");
        assertThat(explanation).isHidden();
        visitor.page.locator(".hint__mark").nth(1).hover();
        assertThat(visitor.page.locator(".hint__text").nth(1)).isVisible();
        openAll(visitor);
        visitor.looks("funding-request");
        visitor.link("Historique").click();
        visitor.reads("Version 2").reads("21/04/2026").looks("funding-request-history");

        visitor.open("/segur/demandes/" + establishments).reads("Faite le");
        openAll(visitor);
        visitor.looks("funding-request-establishments");

        visitor.link("Exports").click();
        visitor.sees("Exports").looks("funding-exports");
        visitor.button("Exporter les bénéficiaires").click();
        assertThat(visitor.page.locator("[data-error-summary]")).isFocused();
        visitor.looks("funding-exports-refused");
        Assertions.assertThat(saved(
                        visitor, () -> visitor.link("Exporter les demandes").click()))
                .contains(number, establishments);
        visitor.select("Couloir").selectOption("HOP");
        Assertions.assertThat(saved(visitor, () -> visitor.button("Exporter les bénéficiaires")
                        .click()))
                .contains("FINESS PMSI", number)
                .doesNotContain(establishments);
    }

    private static Declaration later(Declaration it) {
        return new Declaration(
                it.rank(),
                it.editorNumber(),
                LocalDate.of(2026, 4, 21),
                it.amount(),
                it.advance(),
                it.beneficiaries(),
                it.mandatary(),
                it.administrators(),
                it.scenario());
    }

    private static void openAll(Visitor visitor) {
        visitor.page.evaluate("() => document.querySelectorAll('main details').forEach(one => { one.open = true; })");
        assertThat(visitor.page.getByText("Gérer mes coordonnées bancaires", new Page.GetByTextOptions()))
                .isVisible();
    }

    private static String saved(Visitor visitor, Runnable press) throws IOException {
        Download file = visitor.page.waitForDownload(press);
        return Files.readString(file.path());
    }
}
