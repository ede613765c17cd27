package org.navette.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.Browser;
import org.navette.Browser.Page;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NavetteTest
@DisplayName("PROC-02 One's own password")
class OwnPasswordTest {

    private static final String PATH = "/essai/compte/mot-de-passe";
    private static final String OLD = TrialEspace.PASSWORD;
    private static final String NEW = "une tout autre navette";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    TrialEspace.People people;

    @Autowired
    EmailChanges changes;

    @Autowired
    SentLetters letters;

    private Account person;
    private Browser browser;

    @BeforeEach
    void signIn() {
        person = people.inTrial();
        browser = signedIn();
    }

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("PROC-02 a new password ends the other sessions; this one goes on under another id and token")
    void changed() {
        var elsewhere = signedIn();
        String session = browser.cookie("NAVETTE");
        browser.get(PATH);
        String token = browser.csrf();
        var answer = change(browser, OLD, NEW, NEW);
        assertThat(answer.status()).isEqualTo(302);
        var page = browser.follow(answer);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Votre nouveau mot de passe est enregistré.");
        assertThat(browser.cookie("NAVETTE")).isNotEqualTo(session);
        assertThat(browser.csrf()).isNotEqualTo(token);
        assertThat(browser.get("/essai/qui").body()).isEqualTo("Ada Essai");
        assertThat(new Browser(port)
                        .header("Cookie", "NAVETTE=" + session)
                        .get("/essai/qui")
                        .status())
                .isEqualTo(302);
        assertThat(elsewhere.get("/essai/qui").status()).isEqualTo(302);
        assertThat(new Browser(port).signIn("/essai", person.login(), OLD).status())
                .isEqualTo(200);
        assertThat(new Browser(port).signIn("/essai", person.login(), NEW).status())
                .isEqualTo(302);
        assertThat(letters.lastTo(person.email()).subject()).isEqualTo("Votre mot de passe a été modifié");
        assertThat(change(browser, NEW, OLD, OLD).status())
                .as("once more from the same session")
                .isEqualTo(302);
        assertThat(browser.get("/essai/qui").body()).isEqualTo("Ada Essai");
    }

    @Test
    @DisplayName("COMM-02 who is signed in to two espaces in one browser stays so in both")
    void twoEspaces() {
        var partner = people.in("partners");
        browser.signIn("/partenaires", partner.login(), OLD);
        browser.get(PATH);
        assertThat(change(browser, OLD, NEW, NEW).status()).isEqualTo(302);
        assertThat(browser.get("/essai/qui").body()).isEqualTo("Ada Essai");
        assertThat(browser.get("/partenaires/session").status()).isEqualTo(204);
    }

    @Test
    @DisplayName("PROC-02 what is wrong is said beside its field, all at once; no password is shown again")
    void explained() {
        var page = change(browser, "", "court", "autre");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("Saisissez votre mot de passe actuel.", "au moins 12 caractères", "ne sont pas identiques");
        assertThat(page.body())
                .containsPattern("id=\"current\"[^>]*aria-describedby=\"current-error\"")
                .containsPattern("id=\"password\"[^>]*aria-describedby=\"password-help password-error\"")
                .containsPattern("id=\"confirmation\"[^>]*aria-describedby=\"confirmation-error\"")
                .doesNotContain("court\"");
        assertThat(change(browser, OLD, OLD, OLD).text()).contains("différent de l'actuel");
        assertThat(change(browser, OLD, person.email(), person.email()).text()).contains("ne doit pas reprendre");
        assertThat(change(browser, NEW, NEW + "!", NEW + "!").text())
                .contains("Ce n'est pas votre mot de passe actuel.");
        assertThat(change(browser, "x".repeat(2000), NEW, NEW).status()).isEqualTo(422);
        assertThat(browser.post(PATH, Map.of()).status())
                .as("without any field")
                .isEqualTo(422);
        assertThat(browser.post(PATH, Map.of("current", "a\0b")).status()).isEqualTo(400);
        assertThat(browser.get("/essai/qui").status()).isEqualTo(200);
        assertThat(letters.to(person.email())).isEmpty();
    }

    @Test
    @DisplayName("COMM-02 guessing the present password is slowed down, and blocks no sign-in")
    void throttled() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-03-02T08:00:00Z")));
        browser = signedIn();
        for (int i = 0; i < 5; i++) {
            browser.from("198.18.0." + i);
            assertThat(change(browser, NEW, NEW + i, NEW + i).text()).contains("Ce n'est pas votre mot de passe");
        }
        browser.from("198.18.0.9");
        assertThat(change(browser, OLD, NEW, NEW).text()).contains("Trop de tentatives.");
        signedIn();
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-03-02T08:00:02Z")));
        assertThat(change(browser, OLD, NEW, NEW).status()).isEqualTo(302);
    }

    @Test
    @DisplayName("PROC-02 of two changes at once one is made, and its session goes on")
    void atOnce() {
        for (int round = 0; round < 4; round++) {
            person = people.inTrial();
            var one = signedIn();
            var two = signedIn();
            one.get(PATH);
            two.get(PATH);
            var outcomes = AtOnce.<Integer>call(List.of(
                    () -> change(one, OLD, NEW + " un", NEW + " un").status(),
                    () -> change(two, OLD, NEW + " deux", NEW + " deux").status()));
            var statuses = outcomes.stream().map(AtOnce.Outcome::value).toList();
            assertThat(statuses).containsOnlyOnce(302);
            boolean first = statuses.get(0) == 302;
            assertThat((first ? one : two).get("/essai/qui").status()).isEqualTo(200);
            assertThat((first ? two : one).get("/essai/qui").status()).isEqualTo(302);
            assertThat(new Browser(port)
                            .signIn("/essai", person.login(), NEW + (first ? " un" : " deux"))
                            .status())
                    .isEqualTo(302);
        }
    }

    @Test
    @DisplayName("PROC-02 a new password cancels the links on their way and the change of address that waits")
    void cancels() {
        changes.ask(person(), TrialEspace.People.login(), OLD, "test-" + person.id());
        accounts.mailLink(person.id());
        String reset = letters.lastTo(person.email()).link();
        assertThat(browser.follow(change(browser, OLD, NEW, NEW)).text())
                .contains("Le changement d'adresse e-mail qui attendait est annulé.");
        assertThat(browser.get(reset).status()).isEqualTo(410);
        assertThat(changes.pending(person.id())).isEmpty();
    }

    @Test
    @DisplayName("PROC-02 the page is for who is signed in, in the espace's layout, and only where the espace wants it")
    void doors() {
        assertThat(browser.get(PATH).body())
                .contains("Mon compte</a>", "data-session-seconds=\"1800\"", "href=\"/essai/compte\"");
        assertThat(new Browser(port).get(PATH).location()).startsWith("/essai/connexion");
        assertThat(browser.postWithoutToken(PATH, Map.of("current", OLD)).status())
                .isEqualTo(403);
        var partner = new Browser(port);
        partner.signIn("/partenaires", people.in("partners").login(), OLD);
        assertThat(partner.get("/partenaires/compte/mot-de-passe").status()).isEqualTo(404);
    }

    private SignedIn person() {
        return new SignedIn(person.id(), "trial", person.login(), person.displayName(), 0);
    }

    private Browser signedIn() {
        var own = new Browser(port);
        assertThat(own.signIn("/essai", person.login(), OLD).status()).isEqualTo(302);
        own.get(PATH);
        return own;
    }

    private static Page change(Browser browser, String current, String password, String confirmation) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("current", current);
        fields.put("password", password);
        fields.put("confirmation", confirmation);
        return browser.post(PATH, fields);
    }
}
