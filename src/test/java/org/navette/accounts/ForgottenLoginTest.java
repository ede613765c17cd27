package org.navette.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.funding.FundingWorld;
import org.navette.funding.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("A forgotten identifier")
class ForgottenLoginTest {

    private static final String PAGE = "/segur/identifiant-oublie";

    @LocalServerPort
    int port;

    @Autowired
    FundingWorld world;

    @Autowired
    SentLetters letters;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("FUND-04 is mailed to the account's address, whatever the case it is typed in")
    void mailed() {
        Supplier supplier = world.supplier();
        String email = supplier.correspondent().email();
        Browser.Page answer = ask(email.toUpperCase(java.util.Locale.ROOT));
        assertThat(answer.text()).contains("Votre demande est enregistrée");
        SentLetters.Letter letter = letters.lastTo(email);
        assertThat(letter.subject()).isEqualTo("Votre identifiant de connexion");
        assertThat(letter.text()).contains(supplier.uid()).contains("Ségur numérique");
        assertThat(letter.link()).isEqualTo("/segur/connexion");
    }

    @Test
    @DisplayName(
            "FUND-04 the same is answered about an address without an account and about a closed one; nothing is sent")
    void unknown() {
        Supplier supplier = world.supplier();
        accounts.deactivate(supplier.account());
        String known = ask(supplier.correspondent().email()).text();
        String unknown = ask("personne@world.example").text();
        assertThat(unknown).isEqualTo(known);
        assertThat(mails(supplier.correspondent().email())).isZero();
    }

    @Test
    @DisplayName("FUND-04 asked for again and again it is mailed a few times only, and the answer stays the same")
    void throttled() {
        Supplier supplier = world.supplier();
        // however long the questions take, nobody waits meanwhile
        ClockUtil.setCurrentTime(new Date());
        String first = ask(supplier.correspondent().email()).text();
        for (int i = 0; i < 20; i++) {
            assertThat(ask(supplier.correspondent().email()).text()).isEqualTo(first);
        }
        assertThat(mails(supplier.correspondent().email())).isEqualTo(Throttle.FREE);
    }

    @Test
    @DisplayName("FUND-04 what is no address is said beside its field and kept")
    void wrong() {
        Browser.Page answer = ask("FRN 12");
        assertThat(answer.body()).contains("Saisissez une adresse e-mail").contains("value=\"FRN 12\"");
    }

    @Test
    @DisplayName("FUND-04 an espace whose people sign in with their address has no such page")
    void elsewhere() {
        assertThat(new Browser(port).get("/demarches/identifiant-oublie").location())
                .startsWith("/demarches/connexion");
        assertThat(new Browser(port).get("/segur/connexion").body()).contains("Identifiant oublié");
        assertThat(new Browser(port).get("/partenaires/connexion").body()).doesNotContain("Identifiant oublié");
    }

    private Browser.Page ask(String email) {
        Browser browser = new Browser(port);
        browser.get(PAGE);
        return browser.post(PAGE, Map.of("email", email));
    }

    private int mails(String email) {
        return jdbc.sql("select count(*) from mail_outbox where recipient = ?")
                .param(email)
                .query(Integer.class)
                .single();
    }
}
