package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.SheetFile;
import org.navette.directory.CareEstablishment;
import org.navette.providers.CareDesk;
import org.navette.providers.CareWorld;
import org.navette.providers.CareWorld.Agreement;
import org.navette.providers.CareWorld.Bill;
import org.navette.providers.Profile;
import org.navette.providers.ProviderWorld;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("What an establishment follows")
class CarePagesTest {

    private static final String SOMEBODY = "123123123";

    @Autowired
    ProviderWorld world;

    @Autowired
    CareWorld care;

    @Autowired
    CareDesk desk;

    /** Requests in every situation, one of them long and with a decision, and enough for two pages. */
    private String agreements(CareEstablishment clinic) {
        LocalDate today = care.today();
        String refused = care.agreement(
                clinic,
                Agreement.waiting(SOMEBODY, "Marie-Antoinette Benabdelkrim El Idrissi", today)
                        .decided("refused", "1234567.80", "0.00"));
        care.reasons(refused, "L'acte demandé n'est pas pris en charge : il manque le compte rendu d'imagerie.");
        care.decision(refused);
        for (String situation : new String[] {"granted", "partly-granted", "returned", "expired"}) {
            care.agreement(
                    clinic,
                    Agreement.waiting(SOMEBODY, "Youssef Alaoui", today.minusDays(2))
                            .decided(situation, "4500.00", situation.equals("returned") ? null : "3000.00"));
        }
        for (int i = 0; i < 24; i++) {
            care.agreement(clinic, Agreement.waiting(SOMEBODY, "Rim Bennis", today.minusDays(i)));
        }
        return refused;
    }

    @Test
    @DisplayName("PROV-08 rights are looked up by keyboard, and said in words")
    void rights(Visitor visitor) {
        CareEstablishment clinic = world.member();
        String number = desk.insured(care.today().minusYears(1), care.today().minusDays(1));
        visitor.at(world, clinic, Profile.PEC).sees(clinic.name()).looks("soins-pec-home");
        visitor.link("Consulter des droits").click();
        visitor.sees("Droits assurés").looks("soins-rights");
        Locator field = visitor.field("N° CNSS ou CNI de l’assuré");
        field.fill("12");
        visitor.expecting(422);
        field.press("Enter");
        visitor.reads("1 point à corriger").looks("soins-rights-refused");
        assertThat(field).hasValue("12");
        field.fill(number);
        field.press("Enter");
        visitor.reads("Assuré n° " + number).reads("Fermés").looks("soins-rights-found");
        field.fill("999111999");
        field.press("Enter");
        visitor.reads("Aucun assuré ne correspond").looks("soins-rights-none");
    }

    @Test
    @DisplayName(
            "PROV-09 PROV-10 requests are searched, sorted, paged, exported, and told by a chart that leads to them")
    void agreements(Visitor visitor) throws IOException {
        CareEstablishment clinic = world.member();
        String refused = agreements(clinic);
        visitor.at(world, clinic, Profile.PEC);
        visitor.link("Suivi des demandes de prise en charge").click();
        visitor.sees("Suivi des demandes de prise en charge")
                .reads("Nombre de dossiers : 29")
                .looks("soins-agreements");
        visitor.link("Page 2").click();
        visitor.reads("(lignes 26 à 29)");
        visitor.page
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Montant demandé (DH)"))
                .click();
        visitor.reads("(lignes 1 à 25)");
        assertThat(visitor.page.locator("th[aria-sort=ascending]")).containsText("Montant demandé");
        visitor.select("Situation de la PEC").selectOption("Refusée");
        visitor.button("Rechercher").click();
        visitor.reads("Nombre de dossiers : 1").reads(refused);
        visitor.page
                .getByText("Motifs", new Page.GetByTextOptions().setExact(true))
                .click();
        visitor.reads("compte rendu d'imagerie").looks("soins-agreement-reasons");
        Download sheet = visitor.page.waitForDownload(
                () -> visitor.link("Exporter la liste (fichier Excel)").click());
        Assertions.assertThat(SheetFile.read(Files.newInputStream(sheet.path())).column(2))
                .containsExactly(refused);
        Download decision = visitor.page.waitForDownload(() -> visitor.page
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Décision sur la demande " + refused))
                .click());
        Assertions.assertThat(decision.suggestedFilename()).isEqualTo("decision-" + refused + ".pdf");
        visitor.page
                .getByLabel("Du", new Page.GetByLabelOptions().setExact(true))
                .fill("2026-03-02");
        visitor.page
                .getByLabel("Au", new Page.GetByLabelOptions().setExact(true))
                .fill("2026-03-01");
        visitor.expecting(422).button("Rechercher").click();
        visitor.reads("précède celle du début").looks("soins-agreements-refused");
        visitor.link("Réinitialiser").click();
        visitor.field("N° CNSS").fill("999999999");
        visitor.button("Rechercher").click();
        visitor.reads("Aucune demande de prise en charge").looks("soins-agreements-none");

        visitor.link("Récapitulatif des prises en charge").click();
        visitor.sees("Récapitulatif des prises en charge").looks("soins-agreements-recap");
        assertThat(visitor.page.getByRole(
                        AriaRole.IMG, new Page.GetByRoleOptions().setName("Demandes de prise en charge par situation")))
                .isVisible();
        visitor.link("24 demandes, Reçue : voir la liste").click();
        visitor.sees("Suivi des demandes de prise en charge").reads("Nombre de dossiers : 24");
    }

    @Test
    @DisplayName("COMM-17 ten columns fit 1280 pixels, with each number, date and amount on one line")
    void unbroken(Visitor visitor) {
        CareEstablishment clinic = world.member();
        LocalDate today = care.today();
        String agreement = care.agreement(
                clinic,
                Agreement.waiting(SOMEBODY, "Marie-Antoinette Benabdelkrim El Idrissi", today)
                        .decided("partly-granted", "1234567.80", "1234567.80"));
        String file = care.file(
                clinic,
                Bill.of(SOMEBODY, "Marie-Antoinette Benabdelkrim El Idrissi", today, "1234567.80")
                        .with(agreement));
        String returned = "La facture n'est pas signée.";
        care.file(clinic, Bill.of(SOMEBODY, "Rim Bennis", today, "500.00").is("returned", returned));
        visitor.at(world, clinic, Profile.PEC).open("/soins/pec/demandes").reads(agreement);
        Assertions.assertThat(broken(visitor.page)).isEmpty();
        care.transfer(clinic, today, file);
        visitor.at(world, clinic, Profile.PAYMENTS);
        for (String list : new String[] {"/dossiers", "/detail"}) {
            visitor.open("/soins/paiements" + list).reads(file).reads(agreement);
            Assertions.assertThat(broken(visitor.page)).as(list).isEmpty();
        }
    }

    /** What makes a list hard to read across: that it is scrolled, and cells whose one word takes several lines. */
    @SuppressWarnings("unchecked")
    private static List<String> broken(Page page) {
        List<String> problems = new ArrayList<>(Accessibility.scrolled(page, ".table-box"));
        problems.addAll(
                (List<String>)
                        page.evaluate(
                                """
                () => [...document.querySelectorAll('.column-table tbody :is(td, th)')]
                  .filter((cell) => /^([A-Z]+-\\d{4}-\\d+|\\d{2}[/]\\d{2}[/]\\d{4}|\\d{9}|[^a-z]+DH)$/.test(cell.textContent.trim()))
                  .filter((cell) => {
                    const range = document.createRange();
                    range.selectNodeContents(cell);
                    return new Set([...range.getClientRects()].map((line) => line.top)).size > 1;
                  })
                  .map((cell) => cell.textContent)"""));
        return problems;
    }

    @Test
    @DisplayName("PROV-12 PROV-14 PROV-15 PROV-16 files, payments and transfers are followed to the files of an issue")
    void payments(Visitor visitor) throws IOException {
        CareEstablishment clinic = world.member();
        LocalDate today = care.today();
        String first = care.file(
                clinic,
                Bill.of(SOMEBODY, "Marie-Antoinette Benabdelkrim El Idrissi", today, "1234567.80")
                        .with("PEC-2026-000001"));
        String second = care.file(clinic, Bill.of(SOMEBODY, "Youssef Alaoui", today, "99.90"));
        care.file(
                clinic,
                Bill.of(SOMEBODY, "Rim Bennis", today, "500.00").is("returned", "La facture n'est pas signée."));
        care.file(clinic, Bill.of(SOMEBODY, "Rim Bennis", today, "500.00").is("cancelled", null));
        care.file(clinic, Bill.of(SOMEBODY, "Rim Bennis", today, "700.00"));
        care.transfer(clinic, today, first, second);
        visitor.at(world, clinic, Profile.PAYMENTS)
                .reads("1\u202f234\u202f667,70\u00a0DH")
                .looks("soins-payments-home");
        visitor.link("Suivre les dossiers").click();
        visitor.sees("Suivi des dossiers de remboursement")
                .reads("La facture n'est pas signée.")
                .looks("soins-files");
        visitor.link("Détail des paiements").click();
        visitor.sees("Détail des paiements").reads("Nombre de dossiers : 2").looks("soins-payments");
        visitor.link("Paiements par date d'émission").click();
        visitor.sees("Paiements par date d'émission")
                .reads("Nombre d’émissions : 1")
                .looks("soins-issues");
        visitor.field("Montant (DH)").fill("beaucoup");
        visitor.expecting(422).button("Rechercher").click();
        visitor.reads("Saisissez un montant en dirhams").looks("soins-issues-refused");
        visitor.field("Montant (DH)").fill("1 234 667,70");
        visitor.button("Rechercher").click();
        visitor.reads("Nombre d’émissions : 1");
        Download sheet = visitor.page.waitForDownload(() -> visitor.page
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Export Excel des dossiers"))
                .click());
        Assertions.assertThat(SheetFile.read(Files.newInputStream(sheet.path())).column(2))
                .containsExactlyInAnyOrder(first, second);
        visitor.page
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Consulter l'émission"))
                .click();
        visitor.sees("Émission du " + ProviderWorld.day(today)).looks("soins-issue");
        visitor.link("Récapitulatif").click();
        visitor.sees("Récapitulatif des dossiers de remboursement").looks("soins-files-recap");
    }
}
