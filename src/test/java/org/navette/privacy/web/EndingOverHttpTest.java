package org.navette.privacy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.HtmlRules;
import org.navette.NavetteTest;
import org.navette.directory.CareEstablishment.Sector;
import org.navette.directory.Couloir;
import org.navette.funding.FundingWorld;
import org.navette.funding.ImportWorld;
import org.navette.partners.PartnerWorld;
import org.navette.procedures.ProcedureWorld;
import org.navette.providers.ProviderWorld;
import org.navette.retention.Nights;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("COMM-05 The page of a request whose erasure is announced")
class EndingOverHttpTest {

    private static final String SAID = "Cette demande sera effacée le ";

    @LocalServerPort
    int port;

    @Autowired
    PartnerWorld partners;

    @Autowired
    ProcedureWorld procedures;

    @Autowired
    FundingWorld funding;

    @Autowired
    ImportWorld imports;

    @Autowired
    ProviderWorld providers;

    @Autowired
    Nights nights;

    @Autowired
    JdbcClient jdbc;

    private static String inDays(int days) {
        return LocalDate.now(ZoneId.of("Europe/Paris"))
                .plusDays(days)
                .format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    }

    /** Over for longer than any of them is kept. */
    private void over(String number) {
        jdbc.sql("update request set phase = 'CLOSED' where number = ?")
                .param(number)
                .update();
        nights.age(number, "11 years");
    }

    private void announced(String number) {
        over(number);
        jdbc.sql("update request set erasure_announced_at = now() where number = ?")
                .param(number)
                .update();
    }

    private static void says(Browser.Page page) {
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).containsOnlyOnce(SAID + inDays(30)).contains("Enregistrez avant cette date");
        assertThat(HtmlRules.errors(page.body())).isEmpty();
    }

    @Test
    @DisplayName("COMM-05 says the day to partners from the night of the announcement, until the request goes on")
    void partners() {
        var desk = partners.desk("331");
        String number = partners.deposit(desk, "partners.case-review");
        Browser browser = partners.browser(desk, port);
        over(number);
        String page = "/partenaires/demandes/" + number;
        assertThat(browser.get(page).text()).doesNotContain(SAID);
        nights.pass("partner-retention");
        says(browser.get(page));
        jdbc.sql("update request set status_at = now() where number = ?")
                .param(number)
                .update();
        assertThat(browser.get(page).text()).doesNotContain(SAID);
    }

    @Test
    @DisplayName("COMM-05 says it to companies")
    void procedures() {
        var office = procedures.responsible();
        String number = procedures.send(office, "staff-change");
        announced(number);
        says(procedures.browser(office, port).get("/demarches/demandes/" + number));
    }

    @Test
    @DisplayName("COMM-05 says it to suppliers, of a request for funding and of its history")
    void funding() {
        var enrolled = funding.enrolled(Couloir.HOP);
        String number = imports.complete(enrolled, Couloir.HOP);
        announced(number);
        Browser browser = funding.browser(enrolled.supplier(), port);
        says(browser.get("/segur/demandes/" + number));
        says(browser.get("/segur/demandes/" + number + "/historique"));
    }

    @Test
    @DisplayName("COMM-05 says it to establishments that follow their demand")
    void providers() {
        var clinic = providers.known(Sector.PRIVATE);
        String number = providers.declare(clinic);
        announced(number);
        Browser browser = new Browser(port);
        browser.get("/soins/suivi");
        says(browser.post(
                "/soins/suivi", Map.of("numero", number, "inpe", clinic.inpe(), "email", ProviderWorld.email(clinic))));
    }
}
