package org.navette.providers.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.SheetFile;
import org.navette.directory.CareEstablishment;
import org.navette.providers.CareWorld.Agreement;
import org.navette.providers.CareWorld.Bill;
import org.navette.providers.ManyFiles;
import org.navette.providers.Profile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("The lists of an establishment as spreadsheets")
class SheetsOverHttpTest extends CareOverHttp {

    @Autowired
    ManyFiles many;

    private static final String SOMEBODY = "011222333";
    private static final String FORMULA = "=HYPERLINK(1)";

    private String agreement;
    private String paid;
    private String returned;
    private long transfer;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    void files() {
        agreement = care.agreement(
                clinic,
                Agreement.waiting(SOMEBODY, FORMULA, today().minusDays(2)).decided("granted", "1234.50", "1000.00"));
        jdbc.sql("update prior_agreement set reasons = ? where number = ?")
                .params(FORMULA, agreement)
                .update();
        care.agreement(clinic, Agreement.waiting(SOMEBODY, "Rim Bennis", today()));
        paid = care.file(
                clinic,
                Bill.of(SOMEBODY, FORMULA, today().minusDays(2), "99.90").with(agreement));
        returned = care.file(
                clinic, Bill.of(SOMEBODY, "Rim Bennis", today(), "10.00").is("returned", FORMULA));
        transfer = care.transfer(clinic, today(), paid);
    }

    @Test
    @DisplayName(
            "PROV-09 requests for prior agreement: texts, days, amounts and reasons, no formula, in the order of the page")
    void agreements() {
        SheetFile sheet = sheet(pec, "/soins/pec/demandes.xlsx?tri=reception");
        assertThat(sheet.titles())
                .containsExactly(
                        "N° CNSS",
                        "Bénéficiaire",
                        "N° de la PEC",
                        "Date de réception",
                        "Montant demandé (DH)",
                        "Montant accordé (DH)",
                        "Situation de la PEC",
                        "Date de situation",
                        "Motifs");
        List<Object> line = sheet.rows().get(0);
        assertThat(line.subList(0, 3)).containsExactly(SOMEBODY, "'" + FORMULA, agreement);
        assertThat(SheetFile.day(line.get(3))).isEqualTo(today().minusDays(2));
        assertThat((BigDecimal) line.get(4)).isEqualByComparingTo("1234.50");
        assertThat((BigDecimal) line.get(5)).isEqualByComparingTo("1000");
        assertThat(line.get(6)).isEqualTo("Accordée");
        assertThat(SheetFile.day(line.get(7))).isEqualTo(today().minusDays(1));
        assertThat(line.get(8)).isEqualTo("'" + FORMULA);
        assertThat(sheet.column(8).get(1)).isEqualTo("");
        // nothing was granted yet
        assertThat(sheet.rows().get(1).get(5)).isEqualTo("");
        assertThat(sheet(pec, "/soins/pec/demandes.xlsx?situation=granted").column(2))
                .containsExactly(agreement);
        Browser.Page page = ok(pec, "/soins/pec/demandes?situation=granted");
        assertThat(page.body()).contains("/soins/pec/demandes.xlsx?du=2020-01-01&amp;au=&amp;situation=granted");
    }

    @Test
    @DisplayName("PROV-12 reimbursement files with the reasons of their return")
    void reimbursements() {
        SheetFile sheet = sheet(payments, "/soins/paiements/dossiers.xlsx");
        assertThat(sheet.titles()).hasSize(10).startsWith("N° CNSS").endsWith("Motifs retour");
        assertThat(sheet.column(2)).containsExactly(returned, paid);
        assertThat(sheet.rows().get(0)).endsWith("'" + FORMULA);
        assertThat(sheet.rows().get(1).subList(4, 6)).containsExactly(agreement, new BigDecimal("99.90"));
        assertThat(SheetFile.day(sheet.rows().get(1).get(6))).isEqualTo(today().minusDays(5));
    }

    @Test
    @DisplayName("PROV-14 PROV-15 payments, issues, and the detail of an issue, whose sum is its amount")
    void payments() {
        SheetFile paidFiles = sheet(payments, "/soins/paiements/detail.xlsx");
        assertThat(paidFiles.titles()).hasSize(10).contains("Montant payé (DH)", "Date de paiement", "Réf facture");
        assertThat(paidFiles.column(2)).containsExactly(paid);
        SheetFile issues = sheet(payments, "/soins/paiements/emissions.xlsx");
        assertThat(issues.titles()).containsExactly("Montant global viré (DH)", "Date d'émission", "Dossiers payés");
        List<Object> issue = issues.rows().get(0);
        assertThat(SheetFile.day(issue.get(1))).isEqualTo(today());
        assertThat(issue.get(2)).isEqualTo(BigDecimal.ONE);
        Browser.Page answer = payments.get("/soins/paiements/emissions/" + transfer + ".xlsx");
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"emission-" + today() + ".xlsx\"");
        SheetFile detail = sheet(payments, "/soins/paiements/emissions/" + transfer + ".xlsx");
        assertThat(detail.rows()).isEqualTo(paidFiles.rows());
        assertThat(detail.column(5)).containsExactly(issue.get(0));
    }

    @Test
    @DisplayName("PROV-09 PROV-12 the whole result is exported, more than is in memory or on pages")
    void whole() {
        CareEstablishment large = world.member();
        many.agreements(large, 10_200);
        SheetFile sheet = sheet(world.browser(large, Profile.PEC, port), "/soins/pec/demandes.xlsx");
        assertThat(sheet.column(2)).hasSize(10_200).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("PROV-09 an export that breaks half-way is a failed download, never a shorter file that looks whole")
    void broken() {
        CareEstablishment large = world.member();
        many.agreements(large, 10_200);
        Browser browser = world.browser(large, Profile.PEC, port);
        // what no amount can be read from, in the row that is written last
        int spoilt = jdbc.sql("update prior_agreement set requested = 'NaN' where id = (select id from prior_agreement"
                        + " where establishment_id = ? order by received_on, id limit 1)")
                .param(large.id())
                .update();
        assertThat(spoilt).isEqualTo(1);
        assertThatThrownBy(() -> browser.stream("/soins/pec/demandes.xlsx").readAllBytes())
                .isInstanceOf(IOException.class);
    }
}
