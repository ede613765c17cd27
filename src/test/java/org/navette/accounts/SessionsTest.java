package org.navette.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("COMM-02 Sessions")
class SessionsTest {

    private static final String PREFIX = TrialEspace.PREFIX;
    private static final String PASSWORD = TrialEspace.PASSWORD;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    TrialEspace.People people;

    @Autowired
    JdbcClient jdbc;

    private Account person;
    private Browser browser;

    @BeforeEach
    void signIn() {
        person = people.inTrial();
        browser = signedIn();
    }

    @Test
    @DisplayName("COMM-02 a new password signs the person out everywhere")
    void everywhere() {
        var other = signedIn();
        accounts.setPassword(person.id(), "une navette toute neuve");
        assertOut(browser);
        assertOut(other);
        assertThat(sessions()).isZero();
        assertThat(browser.signIn(PREFIX, person.login(), "une navette toute neuve")
                        .status())
                .isEqualTo(302);
    }

    @Test
    @DisplayName("PART-21 a deactivated person's session ends at once, and for good")
    void deactivated() {
        accounts.deactivate(person.id());
        assertThat(sessions()).isZero();
        assertOut(browser);
        assertThat(browser.post(PREFIX + "/agir", Map.of()).body()).doesNotContain("fait par");
        accounts.reactivate(person.id());
        assertOut(browser);
        assertIn(signedIn());
    }

    @Test
    @DisplayName("PART-21 a session that the index does not find is over all the same")
    void unindexed() {
        jdbc.sql("update spring_session set principal_name = null where principal_name = ?")
                .param("trial:" + person.id())
                .update();
        accounts.deactivate(person.id());
        assertThat(jdbc.sql("select count(*) from spring_session where session_id = ?")
                        .param(browser.sessionId())
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(browser.post(PREFIX + "/agir", Map.of()).body()).doesNotContain("fait par");
        assertOut(browser);
    }

    @Test
    @DisplayName("COMM-02 two persons in one browser, one for each espace, come and go on their own")
    void twoPersons() {
        var partner = people.in("partners");
        assertThat(browser.signIn("/partenaires", partner.login(), PASSWORD).status())
                .isEqualTo(302);
        assertThat(browser.get("/partenaires/session").status()).isEqualTo(204);
        assertIn(browser);

        accounts.deactivate(partner.id());
        assertThat(browser.get("/partenaires/session").status()).isNotEqualTo(204);
        assertIn(browser);

        accounts.reactivate(partner.id());
        browser.signIn("/partenaires", partner.login(), PASSWORD);
        accounts.deactivate(person.id());
        assertOut(browser);
        assertThat(browser.get("/partenaires/session").status()).isEqualTo(204);

        accounts.reactivate(person.id());
        browser.signIn(PREFIX, person.login(), PASSWORD);
        browser.get("/partenaires/connexion");
        browser.post("/partenaires/deconnexion", Map.of());
        assertThat(browser.get("/partenaires/session").status()).isNotEqualTo(204);
        assertIn(browser);
    }

    @Test
    @DisplayName("COMM-02 who is signed in to one espace is a stranger in the other")
    void stranger() {
        assertThat(browser.get("/partenaires/session").status()).isEqualTo(302);
        assertThat(browser.get("/partenaires/session").location()).startsWith("/partenaires/connexion");
    }

    @Test
    @DisplayName("a session that cannot be read after an upgrade is discarded: people sign in again")
    void unreadable() {
        jdbc.sql(
                        """
                        update spring_session_attributes set attribute_bytes = 'rO0ABXNyAA'::bytea
                        where session_primary_id = (select primary_id from spring_session where session_id = ?)""")
                .param(browser.sessionId())
                .update();
        assertOut(browser);
        assertThat(browser.signIn(PREFIX, person.login(), PASSWORD).status()).isEqualTo(302);
        assertIn(browser);
    }

    @Test
    @DisplayName("COMM-02 a session lasts 30 idle minutes; then the login page says so")
    void idle() {
        assertThat(jdbc.sql("select max_inactive_interval from spring_session where session_id = ?")
                        .param(browser.sessionId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1800);
        jdbc.sql(
                        """
                        update spring_session set last_access_time = last_access_time - 1801000,
                          expiry_time = expiry_time - 1801000 where session_id = ?""")
                .param(browser.sessionId())
                .update();
        var answer = browser.get(PREFIX + "/qui");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(browser.follow(answer).text()).contains("Votre session a pris fin.");
    }

    @Test
    @DisplayName("COMM-02 a session ends twelve hours after it began, however busy; then people sign in again")
    void workingDay() {
        began("11 hours 55 minutes");
        assertIn(browser);
        began("10 minutes");
        var answer = browser.get(PREFIX + "/qui");
        assertThat(browser.follow(answer).text()).contains("Votre session a pris fin.");
        assertThat(browser.signIn(PREFIX, person.login(), PASSWORD).status()).isEqualTo(302);
        assertIn(browser);
    }

    private void began(String earlier) {
        jdbc.sql(
                        "update spring_session set creation_time = creation_time - extract(epoch from ?::interval)::bigint * 1000"
                                + " where session_id = ?")
                .params(earlier, browser.sessionId())
                .update();
    }

    @Test
    @DisplayName("COMM-02 a sign of life keeps the session; without a session a script is told, not redirected")
    void keepAlive() {
        jdbc.sql("update spring_session set last_access_time = last_access_time - 600000 where session_id = ?")
                .param(browser.sessionId())
                .update();
        assertThat(browser.get(PREFIX + "/session").status()).isEqualTo(204);
        assertThat(jdbc.sql("select last_access_time from spring_session where session_id = ?")
                        .param(browser.sessionId())
                        .query(Long.class)
                        .single())
                .isGreaterThan(System.currentTimeMillis() - 60_000);
        var script = new Browser(port).header("HX-Request", "true");
        assertThat(script.get(PREFIX + "/session").status()).isEqualTo(401);
        assertThat(script.get(PREFIX + "/session").body()).contains("\"message\":\"Votre session a pris fin");
    }

    private Browser signedIn() {
        var own = new Browser(port);
        assertThat(own.signIn(PREFIX, person.login(), PASSWORD).status()).isEqualTo(302);
        assertIn(own);
        return own;
    }

    private static void assertIn(Browser browser) {
        assertThat(browser.get(PREFIX + "/qui").body()).isEqualTo("Ada Essai");
    }

    private static void assertOut(Browser browser) {
        var answer = browser.get(PREFIX + "/qui");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).startsWith(PREFIX + "/connexion");
    }

    private long sessions() {
        return jdbc.sql("select count(*) from spring_session where principal_name = ?")
                .param("trial:" + person.id())
                .query(Long.class)
                .single();
    }
}
