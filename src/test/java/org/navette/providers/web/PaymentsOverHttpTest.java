package org.navette.providers.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.Browser;
import org.navette.directory.CareEstablishment;
import org.navette.providers.CareWorld.Bill;
import org.navette.providers.Profile;

@DisplayName("The payments to an establishment")
class PaymentsOverHttpTest extends CareOverHttp {

    private static final String LIST = "/soins/paiements/detail";
    private static final String ISSUES = "/soins/paiements/emissions";
    private static final String ALAOUI = "111222333";
    private static final String BENNIS = "444555666";
    private static final String AGREEMENT = "PEC-2025-000078";
    private static final Pattern ISSUE = Pattern.compile(ISSUES + "/(\\d+)\"");

    /** paid today, by the transfer of two */
    private String first;

    private String second;
    /** deposited the year before last, paid on the first day of last year */
    private String old;
    /** in a transfer that the bank has not carried out */
    private String promised;
    /** in treatment */
    private String waiting;

    private long two;
    private long one;
    private long unseen;

    @BeforeAll
    void transfers() {
        first = care.file(
                clinic,
                Bill.of(ALAOUI, "Youssef Alaoui", today().minusDays(20), "1000.10")
                        .with(AGREEMENT));
        second = care.file(clinic, Bill.of(BENNIS, "Rim Bennis", today().minusDays(10), "234.45"));
        old = care.file(clinic, Bill.of(BENNIS, "Rim Bennis", lastYear().minusDays(40), "77.00"));
        promised = care.file(clinic, Bill.of(BENNIS, "Rim Bennis", today().minusDays(5), "50.00"));
        waiting = care.file(clinic, Bill.of(BENNIS, "Rim Bennis", today().minusDays(4), "60.00"));
        two = care.transfer(clinic, today(), first, second);
        one = care.transfer(clinic, lastYear(), old);
        unseen = care.transfer(clinic, null, promised);
    }

    private static List<Long> issues(Browser.Page page) {
        return ISSUE.matcher(page.body())
                .results()
                .map((MatchResult found) -> Long.valueOf(found.group(1)))
                .toList();
    }

    @Test
    @DisplayName("PROV-14 are listed with the guide's columns, paid files alone, deposited since last year")
    void columns() {
        Browser.Page page = ok(payments, LIST);
        assertThat(numbers(page)).containsExactly(second, first);
        assertThat(page.text())
                .contains(
                        "Nombre de dossiers : 2",
                        "N° CNSS ↕",
                        "Bénéficiaire",
                        "N° du DR",
                        "N° de la PEC",
                        "Date de dépôt",
                        "Montant payé (DH)",
                        "Date de soins",
                        "Date de paiement ▼",
                        "Réf facture",
                        "Observation")
                .contains(ALAOUI + " Youssef Alaoui " + first + " " + AGREEMENT + " "
                        + day(today().minusDays(20)) + " 1\u202f000,10\u00a0DH " + day(today().minusDays(23)) + " "
                        + day(today()) + " F-" + first + " Réglé sur " + first);
        assertThat(page.body()).contains("value=\"" + lastYear() + "\"").doesNotContain(promised, waiting);
    }

    @Test
    @DisplayName("PROV-14 each criterion narrows the list, alone and together")
    void criteria() {
        assertThat(listed(payments, LIST + "?cnss=" + ALAOUI)).containsExactly(first);
        assertThat(listed(payments, LIST + "?dr=" + second)).containsExactly(second);
        assertThat(listed(payments, LIST + "?pec=" + AGREEMENT)).containsExactly(first);
        assertThat(listed(payments, LIST + "?du=" + today().minusDays(10))).containsExactly(second);
        assertThat(listed(payments, LIST + "?au=" + today().minusDays(20))).containsExactly(first);
        assertThat(listed(payments, LIST + "?payeDu=" + today())).containsExactly(second, first);
        assertThat(listed(payments, LIST + "?du=&payeAu=" + day(lastYear()))).containsExactly(old);
        assertThat(listed(payments, LIST + "?du=")).containsExactly(second, first, old);
        assertThat(listed(
                        payments,
                        LIST + "?cnss=" + ALAOUI + "&dr=" + first + "&pec=" + AGREEMENT + "&du="
                                + today().minusDays(20) + "&au=" + today() + "&payeDu=" + today() + "&payeAu="
                                + today()))
                .containsExactly(first);
        assertThat(listed(payments, LIST + "?dr=" + promised)).isEmpty();
        assertThat(listed(payments, LIST + "?dr=" + waiting)).isEmpty();
        assertThat(listed(payments, LIST + "?tri=montant")).containsExactly(second, first);
        assertThat(listed(payments, LIST + "?tri=observation")).containsExactly(second, first);
    }

    @ParameterizedTest
    @CsvSource({
        "cnss=a, cnss",
        "dr=a, dr",
        "pec=a, pec",
        "du=a, du",
        "payeDu=2026-99-01, payeDu",
        "payeDu=2026-05-02&payeAu=2026-05-01, payeAu"
    })
    @DisplayName("PROV-14 a wrong criterion is said beside its field")
    void wrong(String query, String field) {
        Browser.Page page = payments.get(LIST + "?" + query);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("id=\"" + field + "-error\"").doesNotContain(first);
        assertThat(payments.get(LIST + ".xlsx?" + query).status()).isEqualTo(422);
    }

    @Test
    @DisplayName("PROV-15 transfers are listed by date of issue, this year's and last year's, once the bank has paid")
    void byIssue() {
        Browser.Page page = ok(payments, ISSUES);
        assertThat(issues(page)).containsExactly(two, one);
        assertThat(page.text())
                .contains("Nombre d’émissions : 2", "Montant global viré (DH)", "Date d'émission ▼")
                .contains("1\u202f234,55\u00a0DH " + day(today()) + " 2 Consulter")
                .contains("Export Excel des dossiers de l'émission du " + day(today()));
        assertThat(page.body())
                .contains("value=\"" + lastYear() + "\"", "value=\"" + today().getYear() + "-12-31\"")
                .contains(ISSUES + "/" + two + ".xlsx")
                .doesNotContain(ISSUES + "/" + unseen);
    }

    @Test
    @DisplayName("PROV-15 are searched by amount and by period of issue")
    void issueCriteria() {
        for (String amount : new String[] {"1234,55", "1+234,55", "1234.55+DH", "1%E2%80%AF234,55%C2%A0DH"}) {
            assertThat(issues(ok(payments, ISSUES + "?montant=" + amount)))
                    .as(amount)
                    .containsExactly(two);
        }
        assertThat(issues(ok(payments, ISSUES + "?montant=1234,56"))).isEmpty();
        assertThat(issues(ok(payments, ISSUES + "?au=" + lastYear()))).containsExactly(one);
        assertThat(issues(ok(payments, ISSUES + "?du=" + lastYear().plusDays(1))))
                .containsExactly(two);
        assertThat(issues(ok(payments, ISSUES + "?montant=77&du=" + lastYear() + "&au=" + lastYear())))
                .containsExactly(one);
        assertThat(issues(ok(payments, ISSUES + "?tri=montant"))).containsExactly(one, two);
        assertThat(issues(ok(payments, ISSUES + "?tri=dossiers&ordre=decroissant")))
                .containsExactly(two, one);
    }

    @ParameterizedTest
    @ValueSource(strings = {"montant=beaucoup", "montant=-5", "montant=0", "montant=1,234", "montant=1.000.000"})
    @DisplayName("PROV-15 an amount that is none is said beside its field, which keeps it")
    void wrongAmount(String query) {
        Browser.Page page = payments.get(ISSUES + "?" + query);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("id=\"montant-error\"", "value=\"" + query.substring(8) + "\"")
                .doesNotContain("Nombre d’émissions");
        assertThat(payments.get(ISSUES + ".xlsx?" + query).status()).isEqualTo(422);
    }

    @Test
    @DisplayName("PROV-15 an issue shows the files that it pays, whose sum is its amount")
    void issue() {
        Browser.Page page = ok(payments, ISSUES + "/" + two);
        assertThat(page.heading()).isEqualTo("Émission du " + day(today()));
        assertThat(numbers(page)).containsExactlyInAnyOrder(first, second);
        assertThat(page.text())
                .contains("1\u202f234,55\u00a0DH", "1\u202f000,10\u00a0DH", "234,45\u00a0DH", "Nombre de dossiers : 2");
        assertThat(listed(payments, ISSUES + "/" + two + "?tri=montant")).containsExactly(second, first);
        assertThat(page.body()).contains(ISSUES + "/" + two + ".xlsx");
    }

    @Test
    @DisplayName("PROV-15 an issue is seen whole on its first day, while its files are settled one after the other")
    void notSettled() {
        CareEstablishment other = world.member();
        String a = care.file(other, Bill.of(ALAOUI, "Youssef Alaoui", today(), "10.00"));
        long transfer = care.transfer(other, today(), a);
        care.unsettle(a);
        Browser browser = world.browser(other, Profile.PAYMENTS, port);
        assertThat(listed(browser, LIST)).isEmpty();
        Browser.Page page = ok(browser, ISSUES + "/" + transfer);
        assertThat(numbers(page)).containsExactly(a);
        assertThat(page.text()).contains("10,00\u00a0DH " + day(today().minusDays(3)) + " " + day(today()));
    }

    @Test
    @DisplayName("PROV-17 another establishment and the other profile see none of it")
    void isolated() {
        Browser stranger = world.browser(world.member(), Profile.PAYMENTS, port);
        assertThat(listed(stranger, LIST)).isEmpty();
        assertThat(listed(stranger, LIST + "?dr=" + first)).isEmpty();
        assertThat(issues(ok(stranger, ISSUES))).isEmpty();
        for (long transfer : new long[] {two, unseen}) {
            for (String path : new String[] {ISSUES + "/" + transfer, ISSUES + "/" + transfer + ".xlsx"}) {
                assertThat(stranger.get(path).status()).as(path).isEqualTo(404);
                assertThat(pec.get(path).status()).as(path).isEqualTo(403);
            }
        }
        assertThat(payments.get(ISSUES + "/" + unseen).status()).isEqualTo(404);
        assertThat(payments.get(ISSUES + "/" + unseen + ".xlsx").status()).isEqualTo(404);
        for (String path : new String[] {LIST, LIST + ".xlsx", ISSUES, ISSUES + ".xlsx"}) {
            assertThat(pec.get(path).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    @DisplayName("PROV-15 the home page tells the latest transfer")
    void home() {
        assertThat(ok(payments, "/soins/accueil").text())
                .contains("Dernier virement 1\u202f234,55\u00a0DH Émis le " + day(today()), "En cours de traitement 2");
        assertThat(ok(world.browser(world.member(), Profile.PAYMENTS, port), "/soins/accueil")
                        .text())
                .contains("En cours de traitement 0")
                .doesNotContain("Dernier virement");
    }
}
