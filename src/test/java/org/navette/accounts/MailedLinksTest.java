package org.navette.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.Browser.Page;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("PART-01 Mailed links")
class MailedLinksTest {

    private static final String PASSWORD = "une phrase bien à moi";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    SentLetters letters;

    @Autowired
    JdbcClient jdbc;

    private Browser browser;
    private final String email = TrialEspace.People.login();

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("PART-01 a new account is activated by its mailed link, then signs in by e-mail in any case")
    void activation() {
        create();
        var letter = letters.lastTo(email);
        assertThat(letter.subject()).isEqualTo("Activez votre compte « Espace Partenaires »");
        var page = browser.get(letter.link());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.heading()).isEqualTo("Activer mon compte");
        assertThat(page.text()).contains(email);
        var saved = choose(letter.link(), PASSWORD, PASSWORD);
        assertThat(saved.status()).isEqualTo(302);
        assertThat(browser.follow(saved).text()).contains("Votre mot de passe est enregistré.");
        assertThat(browser.signIn("/partenaires", email.toUpperCase(), PASSWORD).location())
                .isEqualTo("/partenaires");
        var account = accounts.find("partners", email).orElseThrow();
        assertThat(account.activatedAt()).isNotNull();
        assertThat(account.lastLoginAt()).isNotNull();
    }

    @Test
    @DisplayName("COMM-01 looking at a link does not use it up, choosing a password does")
    void singleUse() {
        create();
        String link = letters.lastTo(email).link();
        browser.get(link);
        new Browser(port).get(link);
        choose(link, PASSWORD, PASSWORD);
        assertDead(browser.get(link));
        assertDead(choose(link, PASSWORD + " bis", PASSWORD + " bis"));
        assertThat(browser.signIn("/partenaires", email, PASSWORD).status()).isEqualTo(302);
    }

    @Test
    @DisplayName("COMM-01 of several uses at once one counts")
    void atOnce() throws Exception {
        create();
        String link = letters.lastTo(email).link();
        List<Callable<Integer>> uses = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            var other = new Browser(port);
            other.get(link);
            String password = PASSWORD + i;
            uses.add(() -> other.post(link, Map.of("password", password, "confirmation", password))
                    .status());
        }
        var pool = Executors.newFixedThreadPool(4);
        try {
            List<Integer> statuses = new ArrayList<>();
            for (var use : pool.invokeAll(uses)) {
                statuses.add(use.get());
            }
            assertThat(statuses)
                    .containsOnlyOnce(302)
                    .filteredOn(status -> status == 410)
                    .hasSize(3);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    @DisplayName("COMM-01 an activation link lives 7 days, a link for a new password 24 hours")
    void expiry() {
        create();
        String activation = letters.lastTo(email).link();
        var start = Instant.now();
        time(start.plus(Duration.ofDays(7)).minusSeconds(60));
        assertThat(browser.get(activation).status()).isEqualTo(200);
        time(start.plus(Duration.ofDays(7)).plusSeconds(60));
        assertDead(browser.get(activation));

        accounts.setPassword(accounts.find("partners", email).orElseThrow().id(), PASSWORD);
        forget(email);
        String reset = letters.lastTo(email).link();
        var asked = ClockUtil.getCurrentTime().toInstant();
        time(asked.plus(Duration.ofHours(24)).minusSeconds(60));
        assertThat(browser.get(reset).status()).isEqualTo(200);
        time(asked.plus(Duration.ofHours(24)).plusSeconds(60));
        assertDead(browser.get(reset));
        assertDead(choose(reset, PASSWORD, PASSWORD));
    }

    @Test
    @DisplayName("PART-01 who forgot the password chooses a new one by a mailed link and is told of the change")
    void reset() {
        activated();
        forget(email);
        var letter = letters.lastTo(email);
        assertThat(letter.subject()).isEqualTo("Choisissez un nouveau mot de passe");
        assertThat(browser.get(letter.link()).heading()).isEqualTo("Choisir un nouveau mot de passe");
        choose(letter.link(), "une tout autre phrase", "une tout autre phrase");
        assertThat(browser.signIn("/partenaires", email, PASSWORD).status()).isEqualTo(200);
        assertThat(browser.signIn("/partenaires", email, "une tout autre phrase")
                        .status())
                .isEqualTo(302);
        assertThat(letters.lastTo(email).subject()).isEqualTo("Votre mot de passe a été modifié");
    }

    @Test
    @DisplayName("COMM-01 a newer link cancels the older; who was never activated gets an activation link again")
    void newerCancels() {
        create();
        String first = letters.lastTo(email).link();
        forget(email);
        var second = letters.lastTo(email);
        assertThat(second.subject()).isEqualTo("Activez votre compte « Espace Partenaires »");
        assertThat(second.link()).isNotEqualTo(first);
        assertDead(browser.get(first));
        assertThat(browser.get(second.link()).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("PART-01 asking for a link gives the same page whether or not the account exists, and after many asks")
    void sameAnswer() {
        activated();
        String known = forget(email).text();
        assertThat(known).contains("Si un compte actif correspond à cet identifiant");
        assertThat(forget(TrialEspace.People.login()).text()).isEqualTo(known);
        for (int i = 0; i < 9; i++) {
            assertThat(forget(email).text()).isEqualTo(known);
        }
        assertThat(letters.to(email)).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    @DisplayName(
            "PART-01 a password that is refused is explained beside its field, is not shown again, and keeps the link")
    void explained() {
        create();
        String link = letters.lastTo(email).link();
        browser.get(link);
        var page = choose(link, "court", "court");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("au moins 12 caractères");
        assertThat(page.body())
                .containsPattern("id=\"password\"[^>]*aria-invalid=\"true\"")
                .contains("aria-describedby=\"password-help password-error\"")
                .doesNotContain("court\"");
        assertThat(choose(link, email, email).text()).contains("ne doit pas reprendre votre identifiant");
        var different = choose(link, PASSWORD, PASSWORD + "!");
        assertThat(different.text()).contains("Les deux mots de passe ne sont pas identiques.");
        assertThat(different.body()).doesNotContain(PASSWORD);
        assertThat(choose(link, PASSWORD, PASSWORD).status()).isEqualTo(302);
    }

    @Test
    @DisplayName("COMM-01 no table holds a token or a password readable")
    void notReadable() {
        create();
        String link = letters.lastTo(email).link();
        String token = link.substring(link.lastIndexOf('/') + 1);
        assertThat(token).hasSize(43);
        assertThat(jdbc.sql("select coalesce(string_agg(m::text, ''), '') from mail_outbox m where recipient = ?")
                        .param(email)
                        .query(String.class)
                        .single())
                .contains(email)
                .doesNotContain(token);
        assertThat(jdbc.sql("select string_agg(encode(token_hash, 'escape'), '') from one_time_link")
                        .query(String.class)
                        .single())
                .doesNotContain(token);
        browser.get(link);
        choose(link, PASSWORD, PASSWORD);
        assertThat(jdbc.sql("select password_hash from account where login = ?")
                        .param(email)
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$");
    }

    @Test
    @DisplayName("PART-01 a link works in the espace of its account only")
    void otherEspace() {
        create();
        String link = letters.lastTo(email).link();
        String elsewhere = link.replace("/partenaires/", TrialEspace.PREFIX + "/");
        assertDead(browser.get(elsewhere));
        browser.get(TrialEspace.PREFIX + "/connexion");
        assertDead(browser.post(elsewhere, Map.of("password", PASSWORD, "confirmation", PASSWORD)));
        assertThat(browser.get(link).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("PART-21 a deactivated account's links are dead; a changed address makes those on their way dead")
    void cancelled() {
        var account = create();
        String first = letters.lastTo(email).link();
        accounts.deactivate(account.id());
        assertDead(browser.get(first));
        accounts.reactivate(account.id());
        String second = letters.lastTo(email).link();
        assertThat(browser.get(second).status()).isEqualTo(200);
        String moved = TrialEspace.People.login();
        accounts.edit(account.id(), moved, moved, "Ada", "Autre");
        assertDead(browser.get(second));
        assertThat(browser.get(letters.lastTo(moved).link()).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("PART-01 a login is unique in its espace, whatever its case")
    void unique() {
        create();
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> accounts.create("partners", email.toUpperCase(), email, "Ada", "Autre"))
                .isInstanceOf(LoginTaken.class);
        accounts.create("trial", email, email, "Ada", "Autre");
    }

    private Account create() {
        return accounts.create("partners", email, email, "Ada", "Essai");
    }

    private void activated() {
        accounts.createActivated("partners", email, email, "Ada", "Essai", PASSWORD);
    }

    private Page forget(String login) {
        var page = browser.get("/partenaires/mot-de-passe-oublie");
        assertThat(page.status()).isEqualTo(200);
        return browser.post("/partenaires/mot-de-passe-oublie", Map.of("login", login));
    }

    private Page choose(String link, String password, String confirmation) {
        return browser.post(link, Map.of("password", password, "confirmation", confirmation));
    }

    private static void assertDead(Page page) {
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.heading()).isEqualTo("Ce lien n'a plus d'effet");
        assertThat(page.body()).containsPattern("href=\"/(partenaires|essai)/mot-de-passe-oublie\"");
    }

    private static void time(Instant now) {
        ClockUtil.setCurrentTime(Date.from(now));
    }
}
