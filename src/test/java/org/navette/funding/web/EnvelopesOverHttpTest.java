package org.navette.funding.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.directory.Couloir;
import org.navette.funding.MoneyWorld;
import org.navette.funding.PayingAgency;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NavetteTest
@DisplayName("FUND-16 The page of envelopes")
class EnvelopesOverHttpTest {

    private static final String PAGE = "/agents/gestion/asp/enveloppes";

    @LocalServerPort
    int port;

    @Autowired
    MoneyWorld money;

    @Autowired
    PayingAgency agency;

    @Autowired
    PartnerWorld partners;

    private Browser browser;
    private String one;

    @BeforeEach
    void comeIn() {
        money.fresh(Couloir.MSS, "500.00");
        browser = new Browser(port);
        browser.signIn("/agents", agency.supervisor(), PayingAgency.PASSWORD);
        one = PAGE + "/MSS/" + money.year();
    }

    private Browser.Page post(String amount) {
        String seen = browser.get(one).body().replaceAll("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");
        return browser.post(one, Map.of("seen", seen, "amount", amount));
    }

    @Test
    @DisplayName("FUND-16 a supervisor of the paying agency changes an envelope; the page tells it")
    void changed() {
        assertThat(browser.get(PAGE).text())
                .contains("Année " + money.year(), "Année " + (money.year() + 1), "MSSanté opérateur");
        BigDecimal before = money.remaining(Couloir.MSS);
        var done = post("1 250 000,50");
        assertThat(done.location()).isEqualTo(PAGE);
        assertThat(browser.follow(done).text())
                .contains("L'enveloppe MSSanté opérateur " + money.year() + " est modifiée.", "Awa Diallo");
        assertThat(money.remaining(Couloir.MSS)).isGreaterThan(before);
    }

    @Test
    @DisplayName("FUND-16 a wrong amount is told beside the field, and what was typed is kept")
    void wrong() {
        for (String amount : new String[] {"", "12,345", "-1", "beaucoup"}) {
            var page = post(amount);
            assertThat(page.status()).as(amount).isEqualTo(422);
            assertThat(page.text()).contains("1 point à corriger");
            assertThat(page.body()).contains("value=\"" + amount + "\"");
        }
        money.promise(Couloir.MSS, "200.00");
        var below = post("0");
        assertThat(below.status()).isEqualTo(422);
        assertThat(below.text()).contains("Ce montant est inférieur à ce qui est déjà engagé.");
        assertThat(browser.post(one, Map.of("seen", "1.00", "amount", "900000")).text())
                .contains("Un collègue a modifié cette enveloppe");
    }

    @Test
    @DisplayName("FUND-16 other organisms have no envelopes, and there are no others than these")
    void elsewhere() {
        for (String path : new String[] {"/XYZ/" + money.year(), "/MSS/1999", "/MSS/0000"}) {
            assertThat(browser.get(PAGE + path).status()).as(path).isEqualTo(404);
        }
        Browser other = partners.agentBrowser(partners.supervisorOf("641").login(), port);
        assertThat(other.get("/agents/gestion/641/enveloppes").status()).isEqualTo(404);
        assertThat(other.get(PAGE).status()).isEqualTo(403);
        assertThat(other.get("/agents/gestion/641/actualites").text()).doesNotContain("Enveloppes du Ségur");
        assertThat(other.get("/agents/gestion/enveloppes").status()).isEqualTo(403);
        assertThat(browser.get("/agents/gestion/enveloppes").location()).isEqualTo(PAGE);
    }
}
