package org.navette.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.Browser;
import org.navette.Browser.Page;
import org.navette.NavetteTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("COMM-02 Signing in")
class SignInTest {

    private static final String PREFIX = TrialEspace.PREFIX;
    private static final String PASSWORD = TrialEspace.PASSWORD;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    TrialEspace.People people;

    @Autowired
    Throttle throttle;

    @Autowired
    JdbcClient jdbc;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName(
            "COMM-02 an unknown login, a wrong password, a closed and a not yet activated account get the same answer")
    void sameAnswer() {
        var known = people.inTrial();
        var closed = people.inTrial();
        accounts.deactivate(closed.id());
        String waiting = TrialEspace.People.login();
        accounts.create("trial", waiting, waiting, "Ada", "Essai");

        var wrong = browser.signIn(PREFIX, known.login(), "une navette perdue en mer");
        assertThat(wrong.status()).isEqualTo(200);
        assertThat(wrong.text()).contains("Adresse e-mail ou mot de passe incorrect.");
        assertThat(wrong.body()).doesNotContain("une navette perdue");
        String answer = common(wrong, known.login());
        String unknown = TrialEspace.People.login();
        assertThat(common(browser.signIn(PREFIX, unknown, PASSWORD), unknown)).isEqualTo(answer);
        assertThat(common(browser.signIn(PREFIX, closed.login(), PASSWORD), closed.login()))
                .isEqualTo(answer);
        assertThat(common(browser.signIn(PREFIX, waiting, ""), waiting)).isNotEqualTo(answer);
        assertThat(common(browser.signIn(PREFIX, waiting, PASSWORD), waiting)).isEqualTo(answer);
    }

    @Test
    @DisplayName("COMM-02 an unknown login takes the time of a wrong password")
    void sameTime() {
        // with passwords hashed as in production, not as quickly as elsewhere in the tests
        var encoder = new Passwords().passwordEncoder();
        var signIn = new SignIn(throttle, jdbc, Clock.systemUTC(), encoder);
        var known = people.inTrial();
        jdbc.sql("update account set password_hash = ? where id = ?")
                .params(encoder.encode(PASSWORD), known.id())
                .update();
        tries(signIn, known.login(), 1);
        long wrong = tries(signIn, known.login(), 3);
        long unknown = tries(signIn, TrialEspace.People.login(), 3);
        // a look-up without a hash takes a fiftieth
        assertThat((double) unknown / wrong).isBetween(0.2, 5.0);
    }

    @Test
    @DisplayName("COMM-02 an unknown login on the page has a password hashed, as a wrong password has")
    void sameWork() {
        for (String login : List.of(people.inTrial().login(), TrialEspace.People.login())) {
            long before = QuickPasswords.comparisons();
            browser.signIn(PREFIX, login, "une navette perdue en mer");
            assertThat(QuickPasswords.comparisons()).as(login).isEqualTo(before + 1);
        }
    }

    @Test
    @DisplayName("COMM-02 the fifth failure makes even the right password wait, for a known and an unknown login alike")
    void throttled() {
        var now = Instant.parse("2026-03-02T08:00:00Z");
        ClockUtil.setCurrentTime(Date.from(now));
        var known = people.inTrial();
        String unknown = TrialEspace.People.login();
        for (String login : new String[] {known.login(), unknown}) {
            for (int i = 0; i < 5; i++) {
                assertThat(new Browser(port)
                                .signIn(PREFIX, login, "une navette perdue en mer")
                                .text())
                        .contains("incorrect");
            }
            assertThat(new Browser(port).signIn(PREFIX, login, PASSWORD).text())
                    .contains("Trop de tentatives. Réessayez dans quelques instants.");
        }
        ClockUtil.setCurrentTime(Date.from(now.plus(Duration.ofSeconds(1))));
        assertThat(browser.signIn(PREFIX, known.login(), PASSWORD).status()).isEqualTo(302);
        ClockUtil.setCurrentTime(Date.from(now.plus(Duration.ofSeconds(2))));
        assertThat(new Browser(port)
                        .signIn(PREFIX, known.login(), "une navette perdue en mer")
                        .text())
                .contains("incorrect");
        assertThat(new Browser(port).signIn(PREFIX, known.login(), PASSWORD).status())
                .isEqualTo(302);
    }

    @Test
    @DisplayName("COMM-02 one address that tries many logins waits, another does not")
    void address() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-03-02T09:00:00Z")));
        var known = people.inTrial();
        for (int i = 0; i < 5; i++) {
            browser.signIn(PREFIX, TrialEspace.People.login(), PASSWORD);
        }
        assertThat(browser.signIn(PREFIX, known.login(), PASSWORD).text()).contains("Trop de tentatives.");
        assertThat(new Browser(port).signIn(PREFIX, known.login(), PASSWORD).status())
                .isEqualTo(302);
    }

    @Test
    @DisplayName("COMM-02 the session's id and the forms' token change at sign-in, the older are worth nothing")
    void fixation() {
        browser.get(PREFIX + "/connexion");
        String before = browser.cookie("NAVETTE");
        String token = browser.csrf();
        browser.signIn(PREFIX, people.inTrial().login(), PASSWORD);
        assertThat(browser.cookie("NAVETTE")).isNotNull().isNotEqualTo(before);
        assertThat(browser.get(PREFIX + "/qui").body()).isEqualTo("Ada Essai");
        var attacker = new Browser(port).header("Cookie", "NAVETTE=" + before);
        assertThat(attacker.get(PREFIX + "/qui").status()).isEqualTo(302);
        assertThat(browser.postWithoutToken(PREFIX + "/agir", Map.of("_csrf", token))
                        .status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("PART-01 after signing in one is where one wanted to go")
    void wanted() {
        var login = people.inTrial().login();
        var sent = browser.get(PREFIX + "/qui?tri=date&page=2");
        assertThat(sent.status()).isEqualTo(302);
        var page = browser.follow(sent);
        assertThat(page.body()).contains("name=\"suite\" value=\"/essai/qui?tri=date&amp;page=2\"");
        var answer = browser.post(
                PREFIX + "/connexion",
                Map.of("login", login, "password", PASSWORD, "suite", PREFIX + "/qui?tri=date&page=2"));
        assertThat(answer.location()).isEqualTo(PREFIX + "/qui?tri=date&page=2");
        assertThat(browser.follow(answer).body()).isEqualTo("Ada Essai");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://exemple.com/essai/", "//exemple.com/essai/"})
    @DisplayName("COMM-02 nobody is sent out of the espace after signing in")
    void openRedirect(String suite) {
        browser.get(PREFIX + "/connexion");
        var answer = browser.post(
                PREFIX + "/connexion", Map.of("login", people.inTrial().login(), "password", PASSWORD, "suite", suite));
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isIn(PREFIX, "http://localhost:" + port + PREFIX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"' or 1=1 --", "é😀", "\u202e"})
    @DisplayName("PART-01 an impossible login is a wrong login")
    void impossible(String login) {
        assertThat(browser.signIn(PREFIX, login, PASSWORD).text()).contains("incorrect");
        assertThat(browser.signIn(PREFIX, login.repeat(300), PASSWORD.repeat(100))
                        .text())
                .contains("incorrect");
    }

    @Test
    @DisplayName("PART-01 signing out needs a form's token and ends the session")
    void signOut() {
        browser.signIn(PREFIX, people.inTrial().login(), PASSWORD);
        assertThat(browser.get(PREFIX + "/deconnexion").status()).isNotEqualTo(302);
        assertThat(browser.get(PREFIX + "/qui").status()).isEqualTo(200);
        browser.get(PREFIX + "/connexion");
        var answer = browser.post(PREFIX + "/deconnexion", Map.of());
        assertThat(browser.follow(answer).text()).contains("Vous êtes déconnecté.");
        assertThat(browser.get(PREFIX + "/qui").status()).isEqualTo(302);
    }

    /** The median time of so many tries with a wrong password. */
    private static long tries(SignIn signIn, String login, int count) {
        long[] times = new long[count];
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            signIn.attempt("trial", login, "une navette perdue en mer", "198.18.7." + i);
            times[i] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        return times[count / 2];
    }

    /** What does not differ by token and login typed. */
    private static String common(Page page, String login) {
        return page.status()
                + page.body()
                        .replaceAll("name=\"(_csrf|csrf-token)\"[^>]*>", "")
                        .replace(login, "LOGIN");
    }
}
