package org.navette.providers.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.Browser;
import org.navette.SheetFile;
import org.navette.directory.CareEstablishment;
import org.navette.portal.Dirhams;
import org.navette.providers.CareWorld.Agreement;
import org.navette.providers.CareWorld.Bill;
import org.navette.providers.ManyFiles;
import org.navette.providers.Profile;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("The recapitulation of an establishment's files")
class RecapsOverHttpTest extends CareOverHttp {

    @Autowired
    ManyFiles many;

    private static final String AGREEMENTS = "/soins/pec/recapitulatif";
    private static final String FILES = "/soins/paiements/recapitulatif";
    private static final String SOMEBODY = "111222333";
    private static final Pattern BAR = Pattern.compile(
            "<text class=\"chart__label\"[^>]*>([^<]+)</text>\\s*<rect[^>]*width=\"([^\"]+)\"[^>]*>(?:</rect>)?\\s*"
                    + "<text class=\"chart__figure\"[^>]*>([^<]+)</text>");

    @BeforeAll
    void some() {
        LocalDate day = lastYear();
        care.agreement(clinic, Agreement.waiting(SOMEBODY, "Youssef Alaoui", today()));
        for (int i = 0; i < 2; i++) {
            care.agreement(
                    clinic,
                    Agreement.waiting(SOMEBODY, "Youssef Alaoui", day).decided("granted", "1000.50", "1000.50"));
        }
        care.agreement(
                clinic, Agreement.waiting(SOMEBODY, "Rim Bennis", day).decided("partly-granted", "700.00", "0.25"));
        // the year before
        care.agreement(
                clinic,
                Agreement.waiting(SOMEBODY, "Rim Bennis", day.minusDays(1)).decided("refused", "99.00", null));
        care.file(clinic, Bill.of(SOMEBODY, "Youssef Alaoui", today(), "100.10"));
        care.file(clinic, Bill.of(SOMEBODY, "Youssef Alaoui", today(), "200.20"));
        care.file(clinic, Bill.of(SOMEBODY, "Rim Bennis", day, "50.00").is("returned", "Illisible."));
        care.file(
                clinic,
                Bill.of(SOMEBODY, "Rim Bennis", day.minusDays(1), "5.00").is("cancelled", null));
    }

    /** Label, width and figure of each bar. */
    private static List<List<String>> bars(Browser.Page page) {
        return BAR.matcher(page.body())
                .results()
                .map((MatchResult bar) -> List.of(bar.group(1), bar.group(2), bar.group(3)))
                .toList();
    }

    @Test
    @DisplayName("PROV-10 counts requests and sums what was asked and granted, by situation, this year and last")
    void agreements() {
        Browser.Page page = ok(pec, AGREEMENTS);
        assertThat(page.body()).contains("value=\"" + lastYear() + "\"", "value=\"" + today().getYear() + "-12-31\"");
        assertThat(page.text())
                .contains("Situation Nombre Montant demandé Montant accordé")
                .contains("Reçue 1 demandes, Reçue : voir la liste 1\u202f500,00\u00a0DH 0,00\u00a0DH")
                .contains("Accordée 2 demandes, Accordée : voir la liste 2\u202f001,00\u00a0DH 2\u202f001,00\u00a0DH")
                .contains("700,00\u00a0DH 0,25\u00a0DH")
                .contains("Refusée 0 0,00\u00a0DH 0,00\u00a0DH")
                .contains("Total 4 4\u202f201,00\u00a0DH 2\u202f001,25\u00a0DH");
        assertThat(ok(pec, AGREEMENTS + "?du=2020-01-01&au=").text()).contains("Total 5 4\u202f300,00\u00a0DH");
    }

    @Test
    @DisplayName("PROV-16 counts files and sums what was declared, by situation, this year and last")
    void files() {
        assertThat(ok(payments, FILES).text())
                .contains("Situation Nombre Montant déclaré")
                .contains("En cours de traitement 2 dossiers, En cours de traitement : voir la liste 300,30\u00a0DH")
                .contains("Payé 0 0,00\u00a0DH")
                .contains("Total 3 350,30\u00a0DH");
        assertThat(ok(payments, FILES + "?du=&au=").text()).contains("Total 4 355,30\u00a0DH");
        assertThat(ok(payments, FILES + "?du=" + today()).text()).contains("Total 2 300,30\u00a0DH");
    }

    @Test
    @DisplayName("PROV-10 PROV-16 a chart tells the same in words, figures and patterns, in the order of the diagram")
    void chart() {
        Browser.Page page = ok(pec, AGREEMENTS);
        assertThat(bars(page))
                .extracting(bar -> bar.get(0))
                .containsExactlyInAnyOrder(
                        "Reçue", "Accordée", "Accordée partiellement", "Refusée", "Retournée", "Expirée")
                .startsWith("Reçue")
                .endsWith("Expirée");
        assertThat(bars(page))
                .contains(
                        List.of("Reçue", "30.0%", "1 (25\u00a0%)"),
                        List.of("Accordée", "60.0%", "2 (50\u00a0%)"),
                        List.of("Refusée", "0.0%", "0 (0\u00a0%)"));
        assertThat(page.body())
                .contains("role=\"img\"", "aria-labelledby=\"chart-title\"", "aria-describedby=\"chart-description\"")
                .contains("Demandes de prise en charge par situation</title>")
                .contains("Accordée\u00a0: 2 demandes, 50\u00a0%\u00a0;");
        assertThat(Pattern.compile("fill=\"url\\(#chart-\\d\\)\"")
                        .matcher(page.body())
                        .results()
                        .map(MatchResult::group)
                        .distinct())
                .hasSize(6);
        assertThat(bars(ok(payments, FILES))).contains(List.of("En cours de traitement", "60.0%", "2 (67\u00a0%)"));
    }

    @Test
    @DisplayName("PROV-10 PROV-16 the figures are those of the list that they lead to")
    void list() {
        many.agreements(world.member(), 500);
        assertThat(ok(pec, AGREEMENTS).body())
                .contains("href=\"/soins/pec/demandes?situation=granted&amp;du=" + lastYear() + "&amp;au="
                        + today().getYear() + "-12-31\"");
        String query = "?situation=granted&du=" + lastYear() + "&au=" + today().getYear() + "-12-31";
        assertThat(listed(pec, "/soins/pec/demandes" + query)).hasSize(2);
        // the whole list as a spreadsheet, against the whole recapitulation
        SheetFile sheet = sheet(pec, "/soins/pec/demandes.xlsx?du=" + lastYear());
        BigDecimal requested =
                sheet.column(4).stream().map(BigDecimal.class::cast).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(ok(pec, AGREEMENTS).text()).contains("Total " + sheet.rows().size() + " " + Dirhams.of(requested));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?du=x", "?au=31/02/2026", "?du=2026-02-01&au=2026-01-01"})
    @DisplayName("PROV-10 PROV-16 a wrong period is said beside its field")
    void wrong(String query) {
        for (Browser browser : List.of(pec, payments)) {
            Browser.Page page = browser.get((browser == pec ? AGREEMENTS : FILES) + query);
            assertThat(page.status()).isEqualTo(422);
            assertThat(page.text()).contains("1 point à corriger").doesNotContain("Total");
        }
    }

    @Test
    @DisplayName("PROV-17 another establishment's files are in no figure, and the other profile has no such page")
    void isolated() {
        Browser stranger = world.browser(world.member(), Profile.PEC, port);
        assertThat(ok(stranger, AGREEMENTS).text())
                .contains("Rien sur cette période")
                .doesNotContain("Total");
        assertThat(pec.get(FILES).status()).isEqualTo(403);
        assertThat(payments.get(AGREEMENTS).status()).isEqualTo(403);
    }

    @Test
    @DisplayName("PROV-10 situations that a former diagram had are counted in the words of their files")
    void formerDiagram() {
        CareEstablishment other = world.member();
        for (String situation : List.of("Archivée", "Égarée", "Égarée")) {
            care.situation(
                    care.agreement(other, Agreement.waiting(SOMEBODY, "Rim Bennis", today())),
                    situation.equals("Archivée") ? "archived" : "lost",
                    situation);
        }
        Browser.Page page = ok(world.browser(other, Profile.PEC, port), AGREEMENTS);
        assertThat(page.text())
                .contains("Archivée 1 demandes, Archivée : voir la liste 1\u202f500,00\u00a0DH")
                .contains("Égarée 2 demandes, Égarée : voir la liste 3\u202f000,00\u00a0DH")
                .contains("Total 3 ");
    }

    @Test
    @DisplayName("PROV-09 PROV-10 the home page counts what waits and what came lately")
    void home() {
        assertThat(ok(pec, "/soins/accueil").text())
                .contains("En attente de décision 1", "Reçues ces 30 derniers jours 1");
    }
}
