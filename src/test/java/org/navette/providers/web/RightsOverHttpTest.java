package org.navette.providers.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.Browser;
import org.navette.directory.CareEstablishment;
import org.navette.providers.CareDesk;
import org.navette.providers.Profile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("The rights of insured persons")
class RightsOverHttpTest extends CareOverHttp {

    private static final String PAGE = "/soins/pec/droits";
    private static final String UNKNOWN = "999888777";

    @Autowired
    CareDesk desk;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    private static Browser.Page consult(Browser browser, String number) {
        browser.get(PAGE);
        return browser.post(PAGE, Map.of("numero", number));
    }

    private List<Map<String, Object>> consultations(CareEstablishment establishment) {
        return jdbc.sql("select account, criterion, sought, insured_id is not null as found from rights_consultation"
                        + " where establishment_id = ? order by id")
                .param(establishment.id())
                .query()
                .listOfRows();
    }

    @Test
    @DisplayName("PROV-08 are shown by N° CNSS with the whole family, their period and whether they are open today")
    void byNumber() {
        String number = desk.insured(today().minusDays(3), today());
        Browser.Page page = consult(pec, number);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Assuré n° " + number, "Droits au " + day(today()))
                .contains("Youssef Alaoui Assuré 17/05/1980 " + day(today().minusDays(3)) + " " + day(today())
                        + " Ouverts")
                .contains("Rim Benchekroun Conjoint");
        // with the blanks of a card
        assertThat(consult(pec, number.substring(0, 3) + " " + number.substring(3))
                        .text())
                .contains("Assuré n° " + number);
    }

    @Test
    @DisplayName("PROV-08 are shown by CNI, whatever its case")
    void byCni() {
        String number = desk.insured();
        assertThat(consult(pec, "be " + number.substring(3)).text())
                .contains("Assuré n° " + number, "CNI BE" + number.substring(3), "Sans fin connue");
    }

    @Test
    @DisplayName("PROV-08 are closed the day after their end and the day before their beginning")
    void closed() {
        String ended = desk.insured(today().minusDays(3), today().minusDays(1));
        assertThat(consult(pec, ended).text()).contains("Fermés").doesNotContain("Ouverts");
        String coming = desk.insured(today().plusDays(1), null);
        assertThat(consult(pec, coming).text()).contains("Fermés").doesNotContain("Ouverts");
        String beginning = desk.insured(today(), null);
        assertThat(consult(pec, beginning).text()).contains("Ouverts").doesNotContain("Fermés");
    }

    @Test
    @DisplayName("PROV-08 every consultation is written down with who made it, whether it finds somebody or not")
    void written() {
        CareEstablishment other = world.member();
        Browser browser = world.browser(other, Profile.PEC, port);
        String number = desk.insured();
        consult(browser, number);
        consult(browser, "BE" + number.substring(3));
        Browser.Page none = consult(browser, UNKNOWN);
        assertThat(none.status()).isEqualTo(200);
        assertThat(none.text()).contains("Aucun assuré ne correspond au N° CNSS " + UNKNOWN);
        assertThat(none.body()).contains("value=\"" + UNKNOWN + "\"");
        // looking at the page, and a number that is none, are no consultations
        browser.get(PAGE);
        consult(browser, "12");
        String account = world.principal(other, Profile.PEC).label();
        assertThat(consultations(other))
                .containsExactly(
                        Map.of("account", account, "criterion", "CNSS_NUMBER", "sought", number, "found", true),
                        Map.of(
                                "account",
                                account,
                                "criterion",
                                "CNI",
                                "sought",
                                "BE" + number.substring(3),
                                "found",
                                true),
                        Map.of("account", account, "criterion", "CNSS_NUMBER", "sought", UNKNOWN, "found", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "12345678", "1234567890", "BE", "ABC123", "' or 1=1", "<b>", "%"})
    @DisplayName("PROV-08 a number that is none is said beside its field, which keeps it")
    void wrong(String typed) {
        Browser.Page page = consult(pec, typed);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("id=\"numero-error\"", "aria-invalid=\"true\"")
                .doesNotContain("titre-droits");
        assertThat(page.text()).contains("1 point à corriger");
    }

    @Test
    @DisplayName("PROV-08 who tries numbers has to wait; a desk that finds its patients never does")
    void slowed() {
        CareEstablishment other = world.member();
        Browser browser = world.browser(other, Profile.PEC, port);
        String number = desk.insured();
        for (int i = 0; i < 40; i++) {
            assertThat(consult(browser, number).status()).isEqualTo(200);
        }
        for (int i = 0; i < 30; i++) {
            assertThat(consult(browser, String.valueOf(700_000_000 + i)).status())
                    .isEqualTo(200);
        }
        Browser.Page refused = consult(browser, number);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text())
                .contains("Vous avez fait beaucoup de consultations")
                .doesNotContain("Youssef");
        assertThat(refused.body()).contains("value=\"" + number + "\"");
        // nothing was looked up, and nobody else waits
        assertThat(consultations(other)).hasSize(70);
        assertThat(consult(pec, number).status()).isEqualTo(200);
        ClockUtil.setCurrentTime(
                Date.from(new Date().toInstant().plus(Duration.ofMinutes(10)).plusSeconds(1)));
        assertThat(consult(browser, number).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("PROV-17 the profile Paiements has no rights to look up")
    void otherProfile() {
        payments.get("/soins/accueil");
        assertThat(payments.get(PAGE).status()).isEqualTo(403);
        assertThat(payments.post(PAGE, Map.of("numero", UNKNOWN)).status()).isEqualTo(403);
    }
}
