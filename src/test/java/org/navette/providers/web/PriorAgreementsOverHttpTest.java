package org.navette.providers.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.Browser;
import org.navette.directory.CareEstablishment;
import org.navette.providers.CareWorld.Agreement;
import org.navette.providers.ManyFiles;
import org.navette.providers.Profile;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("The requests for prior agreement of an establishment")
class PriorAgreementsOverHttpTest extends CareOverHttp {

    @Autowired
    ManyFiles many;

    private static final String LIST = "/soins/pec/demandes";
    private static final String ALAOUI = "111222333";
    private static final String BENNIS = "444555666";

    /** waits, received today */
    private String fresh;
    /** granted in part, received three years ago */
    private String granted;
    /** refused, received on the first day that is shown */
    private String first;
    /** received the day before */
    private String before;

    @BeforeAll
    void requests() {
        fresh = care.agreement(clinic, Agreement.waiting(ALAOUI, "Youssef Alaoui", today()));
        granted = care.agreement(
                clinic,
                Agreement.waiting(BENNIS, "Rim Bennis", today().minusYears(3))
                        .decided("partly-granted", "12345.50", "9000.00"));
        first = care.agreement(
                clinic,
                Agreement.waiting(BENNIS, "Adam Bennis", LocalDate.of(2020, 1, 1))
                        .decided("refused", "800.00", "0.00"));
        before = care.agreement(clinic, Agreement.waiting(BENNIS, "Adam Bennis", LocalDate.of(2019, 12, 31)));
        care.reasons(first, "Acte hors nomenclature.");
        care.decision(granted);
        care.decision(before);
    }

    @Test
    @DisplayName("PROV-09 are listed with the guide's columns since the first of January 2020, the latest first")
    void columns() {
        Browser.Page page = ok(pec, LIST);
        assertThat(numbers(page)).containsExactly(fresh, granted, first);
        assertThat(page.text())
                .contains(
                        "Nombre de dossiers : 3",
                        "N° CNSS ↕",
                        "Bénéficiaire",
                        "N° de la PEC",
                        "Date de réception ▼",
                        "Montant demandé (DH)",
                        "Montant accordé (DH)",
                        "Situation de la PEC",
                        "Date de situation",
                        "Document")
                .contains(BENNIS + " Rim Bennis " + granted + " " + day(today().minusYears(3))
                        + " 12\u202f345,50\u00a0DH 9\u202f000,00\u00a0DH Accordée partiellement "
                        + day(today().minusYears(3).plusDays(1)) + " Décision sur la demande " + granted)
                .contains("Acte hors nomenclature.");
        assertThat(page.body()).contains("value=\"2020-01-01\"").doesNotContain(before);
    }

    @Test
    @DisplayName("PROV-09 each criterion narrows the list, alone and together")
    void criteria() {
        assertThat(listed(pec, LIST + "?cnss=" + ALAOUI)).containsExactly(fresh);
        assertThat(listed(pec, LIST + "?cnss=444+555+666")).containsExactly(granted, first);
        assertThat(listed(pec, LIST + "?numero=" + granted.toLowerCase())).containsExactly(granted);
        assertThat(listed(pec, LIST + "?situation=refused")).containsExactly(first);
        assertThat(listed(pec, LIST + "?du=" + today())).containsExactly(fresh);
        assertThat(listed(pec, LIST + "?au=" + day(today().minusDays(1)))).containsExactly(granted, first);
        assertThat(listed(pec, LIST + "?du=2020-01-01&au=01/01/2020")).containsExactly(first);
        assertThat(listed(
                        pec,
                        LIST + "?cnss=" + BENNIS + "&numero=" + granted + "&situation=partly-granted&du=2020-01-01&au="
                                + today()))
                .containsExactly(granted);
        assertThat(listed(pec, LIST + "?cnss=" + ALAOUI + "&numero=" + granted)).isEmpty();
        // what the list of situations does not offer counts as not chosen
        assertThat(listed(pec, LIST + "?situation=paid")).hasSize(3);
    }

    @Test
    @DisplayName("PROV-09 a number is found without its letters, its dashes and its zeros")
    void shortNumber() {
        String year = granted.substring(4, 8);
        String rank = granted.substring(9);
        for (String typed : new String[] {year + "-" + rank, "pec " + year + " " + rank, "PEC" + year + rank}) {
            assertThat(listed(pec, LIST + "?numero=" + typed.replace(" ", "+")))
                    .as(typed)
                    .containsExactly(granted);
        }
    }

    @Test
    @DisplayName("PROV-09 what was received before 2020 is not shown, whatever is asked")
    void before() {
        assertThat(listed(pec, LIST + "?du=")).hasSize(3);
        assertThat(listed(pec, LIST + "?du=2015-01-01&numero=" + before)).isEmpty();
        assertThat(pec.get(LIST + "/" + before + "/decision").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "cnss=12, cnss, neuf chiffres",
        "cnss=12345678x, cnss, neuf chiffres",
        "numero=PEC, numero, PEC-2026-000123",
        "numero=PEC-2026-0001234, numero, PEC-2026-000123",
        "numero=%27, numero, PEC-2026-000123",
        "du=demain, du, jj/mm/aaaa",
        "du=2026-02-30, du, jj/mm/aaaa",
        "au=30/02/2026, au, jj/mm/aaaa",
        "du=2026-03-02&au=2026-03-01, au, précède"
    })
    @DisplayName(
            "PROV-09 a wrong criterion is said beside its field, which keeps it, and nothing is listed or exported")
    void wrong(String query, String field, String said) {
        for (String path : new String[] {LIST, LIST + ".xlsx"}) {
            Browser.Page page = pec.get(path + "?" + query);
            assertThat(page.status()).isEqualTo(422);
            assertThat(page.text()).contains("1 point à corriger", said);
            assertThat(page.body())
                    .contains("id=\"" + field + "-error\"", "aria-invalid=\"true\"")
                    .doesNotContain("id=\"nombre\"", ".xlsx");
        }
        assertThat(pec.get(LIST + "?cnss=12&du=demain").body()).contains("value=\"12\"", "value=\"demain\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?page=0",
                "?page=99999",
                "?page=-1",
                "?page=99999999999",
                "?page=x",
                "?tri=x",
                "?tri=id;drop+table+x",
                "?tri=reception&ordre=x",
                "?situation=%27",
                "?tri=&ordre="
            })
    @DisplayName("PROV-09 an order, a page or a situation that there is not is ignored")
    void ignored(String query) {
        assertThat(listed(pec, LIST + query)).hasSize(3);
    }

    @Test
    @DisplayName("PROV-09 are sorted by any column, either way")
    void sorted() {
        assertThat(listed(pec, LIST + "?tri=reception")).containsExactly(first, granted, fresh);
        assertThat(listed(pec, LIST + "?tri=reception&ordre=decroissant")).containsExactly(fresh, granted, first);
        assertThat(listed(pec, LIST + "?tri=beneficiaire")).containsExactly(first, granted, fresh);
        assertThat(listed(pec, LIST + "?tri=demande&ordre=decroissant")).containsExactly(granted, fresh, first);
        assertThat(listed(pec, LIST + "?tri=accorde")).containsExactly(first, granted, fresh);
        assertThat(listed(pec, LIST + "?tri=accorde&ordre=decroissant")).containsExactly(granted, first, fresh);
        assertThat(listed(pec, LIST + "?tri=situation&ordre=decroissant")).containsExactly(first, fresh, granted);
        for (String column : new String[] {"cnss", "numero", "date-situation"}) {
            assertThat(listed(pec, LIST + "?tri=" + column)).hasSize(3);
        }
        assertThat(ok(pec, LIST + "?cnss=" + BENNIS + "&tri=demande").body())
                .contains("aria-sort=\"ascending\"")
                .contains("cnss=" + BENNIS + "&amp;du=2020-01-01&amp;au=&amp;tri=demande&amp;ordre=decroissant");
    }

    @Test
    @DisplayName("PROV-09 the decision is downloaded as PDF, one's own alone")
    void decision() {
        Browser.Page decision = ok(pec, LIST + "/" + granted + "/decision");
        assertThat(decision.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(decision.header("Content-Disposition")).contains("attachment", "decision-" + granted);
        assertThat(pec.get(LIST + "/" + fresh + "/decision").status()).isEqualTo(404);
        assertThat(pec.get(LIST + "/PEC-2026-999999/decision").status()).isEqualTo(404);
        CareEstablishment other = world.member();
        Browser stranger = world.browser(other, Profile.PEC, port);
        assertThat(stranger.get(LIST + "/" + granted + "/decision").status()).isEqualTo(404);
        assertThat(listed(stranger, LIST)).isEmpty();
        assertThat(listed(stranger, LIST + "?numero=" + granted)).isEmpty();
        assertThat(listed(stranger, LIST + "?cnss=" + BENNIS)).isEmpty();
        assertThat(ok(stranger, LIST).text()).contains("Aucune demande de prise en charge ne correspond");
    }

    @Test
    @DisplayName("PROV-17 the other profile of the establishment does not see them")
    void otherProfile() {
        for (String path : new String[] {LIST, LIST + ".xlsx", LIST + "/" + granted + "/decision"}) {
            Browser.Page refused = payments.get(path);
            assertThat(refused.status()).as(path).isEqualTo(403);
            assertThat(refused.body()).doesNotContain(granted);
        }
        assertThat(ok(pec, "/soins/accueil").body()).contains("\"" + LIST + "\"");
        assertThat(ok(payments, "/soins/accueil").body()).doesNotContain(LIST);
    }

    @Test
    @DisplayName("PROV-09 twenty-five on a page, counted exactly up to ten thousand, browsed no further")
    void pages() {
        CareEstablishment large = world.member();
        many.agreements(large, 9_999);
        Browser browser = world.browser(large, Profile.PEC, port);
        Browser.Page one = ok(browser, LIST);
        assertThat(numbers(one)).hasSize(25);
        assertThat(one.text()).contains("Nombre de dossiers : 9\u202f999 (lignes 1 à 25)", "Suivante");
        Browser.Page two = ok(browser, LIST + "?page=2");
        assertThat(numbers(two)).hasSize(25).doesNotContainAnyElementsOf(numbers(one));
        Browser.Page last = ok(browser, LIST + "?page=400");
        assertThat(numbers(last)).hasSize(24);
        assertThat(numbers(ok(browser, LIST + "?page=99999"))).isEqualTo(numbers(last));
        // in any order no line is on two pages
        assertThat(listed(browser, LIST + "?tri=situation&page=2"))
                .doesNotContainAnyElementsOf(listed(browser, LIST + "?tri=situation"));

        for (int i = 0; i < 2; i++) {
            care.agreement(large, Agreement.waiting(ALAOUI, "Youssef Alaoui", today()));
        }
        Browser.Page full = ok(browser, LIST);
        assertThat(full.text()).contains("Nombre de dossiers : plus de 10\u202f000", "affinez votre recherche");
        Browser.Page deep = ok(browser, LIST + "?page=99999");
        assertThat(numbers(deep)).hasSize(25);
        assertThat(deep.body()).doesNotContain("rel=\"next\"");
        assertThat(deep.text()).contains("La liste s'arrête ici");
        assertThat(ok(browser, LIST + "?cnss=" + ALAOUI).text()).contains("Nombre de dossiers : 2");
    }
}
