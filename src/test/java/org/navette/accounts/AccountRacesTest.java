package org.navette.accounts;

import static org.assertj.core.api.Assertions.assertThat;

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
@DisplayName("COMM-01 Links and changes at once")
class AccountRacesTest {

    private static final String PATH = "/essai/compte/courriel";
    private static final String PASSWORD = TrialEspace.PASSWORD;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Registrations registrations;

    @Autowired
    TrialEspace.People people;

    @Autowired
    SentLetters letters;

    private final String wanted = TrialEspace.People.login();
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
    @DisplayName("COMM-01 a link used while its account is closed: neither waits for the other in vain")
    void usedMeanwhile() {
        for (int round = 0; round < 30; round++) {
            var account = people.in("partners");
            accounts.mailLink(account.id());
            String link = letters.lastTo(account.email()).link();
            String token = link.substring(link.lastIndexOf('/') + 1);
            var outcomes = AtOnce.run(
                    () -> accounts.choosePassword("partners", token, "une phrase bien à moi"),
                    () -> accounts.deactivate(account.id()));
            assertThat(outcomes).allMatch(AtOnce.Outcome::won);
        }
    }

    @Test
    @DisplayName("PROC-02 of several presses at once one counts, also against taking the change back")
    void pressedAtOnce() {
        ask(wanted, PASSWORD);
        String link = letters.lastTo(wanted).link();
        var outcomes = AtOnce.<Integer>call(
                List.of(() -> press(link).status(), () -> press(link).status()));
        assertThat(outcomes.stream().map(AtOnce.Outcome::value)).containsExactlyInAnyOrder(302, 410);
        for (int round = 0; round < 4; round++) {
            String next = TrialEspace.People.login();
            person = people.inTrial();
            browser = signedIn();
            ask(next, PASSWORD);
            String again = letters.lastTo(next).link();
            browser.get(PATH);
            var both = AtOnce.<Integer>call(
                    List.of(() -> press(again).status(), () -> browser.post(PATH + "/annulation", Map.of())
                            .status()));
            assertThat(both.get(1).value()).isEqualTo(302);
            assertThat(email()).isEqualTo(both.get(0).value() == 302 ? next : person.email());
        }
    }

    @Test
    @DisplayName("PROC-02 two requests at once leave one change, and one living link")
    void askedAtOnce() {
        var other = TrialEspace.People.login();
        var second = signedIn();
        browser.get(PATH);
        var outcomes = AtOnce.<Integer>call(List.of(() -> ask(wanted, PASSWORD).status(), () -> second.post(
                        PATH, Map.of("email", other, "current", PASSWORD))
                .status()));
        assertThat(outcomes.stream().map(AtOnce.Outcome::value)).containsExactly(302, 302);
        long alive = List.of(wanted, other).stream()
                .map(letters::lastTo)
                .filter(letter -> new Browser(port).get(letter.link()).status() == 200)
                .count();
        assertThat(alive).isOne();
    }

    private Page ask(String email, String current) {
        return browser.post(PATH, Map.of("email", email, "current", current));
    }

    private Page press(String link) {
        var other = new Browser(port);
        other.get("/essai/connexion");
        return other.post(link, Map.of());
    }

    private String email() {
        var account = accounts.find(person.id()).orElseThrow();
        assertThat(account.login()).isEqualTo(account.email());
        return account.email();
    }

    private Browser signedIn() {
        var own = new Browser(port);
        assertThat(own.signIn("/essai", person.login(), PASSWORD).status()).isEqualTo(302);
        own.get(PATH);
        return own;
    }
}
