package org.navette.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.navette.Browser;
import org.navette.Browser.Page;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NavetteTest
@DisplayName("PROC-02 One's own address")
class EmailChangesTest {

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
    @DisplayName("PROC-02 the address changes when the link mailed to the new one is pressed; the old is told twice")
    void changed() {
        var asked = ask(wanted, PASSWORD);
        assertThat(asked.status()).isEqualTo(302);
        assertThat(browser.follow(asked).text())
                .contains("Votre demande est enregistrée.", "Changement en attente", wanted);
        var told = letters.lastTo(person.email());
        assertThat(told.subject()).isEqualTo("Un changement d’adresse e-mail a été demandé");
        assertThat(told.text()).contains(wanted, "/essai/mot-de-passe-oublie");
        var letter = letters.lastTo(wanted);
        assertThat(letter.subject()).isEqualTo("Confirmez votre nouvelle adresse e-mail");
        assertThat(email()).isEqualTo(person.email());

        var elsewhere = new Browser(port);
        var page = elsewhere.get(letter.link());
        assertThat(page.heading()).isEqualTo("Confirmer ma nouvelle adresse e-mail");
        assertThat(page.text()).contains(wanted).doesNotContain(person.email());
        assertThat(email()).as("programs open links too").isEqualTo(person.email());
        var confirmed = elsewhere.post(letter.link(), Map.of());
        assertThat(confirmed.location()).isEqualTo("/essai/connexion?etat=courriel");
        assertThat(elsewhere.follow(confirmed).text()).contains("Votre nouvelle adresse e-mail est enregistrée.");
        assertThat(email()).isEqualTo(wanted);
        var last = letters.lastTo(person.email());
        assertThat(last.subject()).isEqualTo("Votre adresse e-mail a été modifiée");
        assertThat(last.text()).contains("La nouvelle est " + wanted).doesNotContain("null", "http");
        assertThat(browser.get("/essai/qui").status()).as("the session goes on").isEqualTo(200);
        assertThat(browser.get(PATH).text())
                .contains("Adresse actuelle : " + wanted)
                .doesNotContain("en attente");
        assertThat(new Browser(port).signIn("/essai", wanted, PASSWORD).status())
                .isEqualTo(302);
        assertThat(new Browser(port).signIn("/essai", person.email(), PASSWORD).status())
                .isEqualTo(200);
        assertThat(elsewhere.get(letter.link()).status()).isEqualTo(410);
        assertThat(elsewhere.post(letter.link(), Map.of()).status()).isEqualTo(410);
    }

    @Test
    @DisplayName("PROC-02 pressed in the browser of who is signed in, the link leads back to the account")
    void pressedHere() {
        browser.follow(ask(wanted, PASSWORD));
        String link = letters.lastTo(wanted).link();
        browser.get(link);
        var page = browser.follow(browser.post(link, Map.of()));
        assertThat(page.text())
                .contains("Votre nouvelle adresse e-mail est enregistrée.", "Adresse actuelle : " + wanted);
    }

    @Test
    @DisplayName("COMM-01 the link lives 24 hours; a second request kills it, so does taking the change back")
    void dead() {
        var start = Instant.now();
        ask(wanted, PASSWORD);
        String first = letters.lastTo(wanted).link();
        String other = TrialEspace.People.login();
        ask(other, PASSWORD);
        assertThat(browser.get(first).status()).isEqualTo(410);
        String second = letters.lastTo(other).link();
        assertThat(browser.get(second).status()).isEqualTo(200);
        browser.get(PATH);
        var withdrawn = browser.post(PATH + "/annulation", Map.of());
        assertThat(browser.follow(withdrawn).text())
                .contains("Le changement est annulé")
                .doesNotContain("en attente");
        assertThat(browser.post(PATH + "/annulation", Map.of()).status()).isEqualTo(302);
        var dead = browser.get(second);
        assertThat(dead.status()).isEqualTo(410);
        assertThat(dead.body()).contains("href=\"/essai/compte/courriel\"");
        ask(wanted, PASSWORD);
        String third = letters.lastTo(wanted).link();
        ClockUtil.setCurrentTime(Date.from(start.plus(Duration.ofHours(25))));
        assertThat(new Browser(port).get(third).status()).isEqualTo(410);
        assertThat(browser.get(PATH).text()).doesNotContain("en attente");
        assertThat(email()).isEqualTo(person.email());
    }

    @Test
    @DisplayName("PROC-02 a mail that waited while the change was replaced carries a dead link")
    void replacedBeforeSent() {
        String other = TrialEspace.People.login();
        ask(wanted, PASSWORD);
        ask(other, PASSWORD);
        String right = letters.lastTo(other).link();
        assertThat(browser.get(letters.lastTo(wanted).link()).status()).isEqualTo(410);
        assertThat(browser.get(right).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("PROC-02 an address of somebody else gets the same answer, and its owner a mail without that link")
    void somebodyElses() {
        var owner = people.inTrial();
        String free = common(browser.follow(ask(wanted, PASSWORD)), wanted);
        String taken = common(
                browser.follow(ask(owner.email().toUpperCase(), PASSWORD)),
                owner.email().toUpperCase());
        assertThat(taken.replaceFirst("Une nouvelle demande remplace.*", ""))
                .isEqualTo(free.replaceFirst("Une nouvelle demande remplace.*", ""));
        var letter = letters.lastTo(owner.email());
        assertThat(letter.subject()).isEqualTo("Votre adresse e-mail a été demandée pour un autre compte");
        assertThat(letter.link()).isEqualTo("/essai/connexion");
        assertThat(letters.lastTo(person.email()).subject()).isEqualTo("Un changement d’adresse e-mail a été demandé");
    }

    @Test
    @DisplayName("PROC-02 an address that another account comes to have meanwhile is refused, and nothing changes")
    void takenMeanwhile() {
        ask(wanted, PASSWORD);
        String link = letters.lastTo(wanted).link();
        accounts.createActivated("trial", wanted, wanted, "Zoé", "Autre", PASSWORD);
        var page = press(link);
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.text()).contains("Un autre compte utilise désormais cette adresse e-mail.");
        assertThat(email()).isEqualTo(person.email());
    }

    @Test
    @DisplayName("PROC-02 an account that somebody registered for the new address and never confirmed gives way")
    void squatted() {
        var squatter = registrations.register(
                "trial",
                new Newcomer(wanted, "Zoé", "Autre", PASSWORD),
                UUID.randomUUID().toString(),
                id -> {});
        ask(wanted, PASSWORD);
        assertThat(press(letters.lastTo(wanted).link()).status()).isEqualTo(302);
        assertThat(email()).isEqualTo(wanted);
        assertThat(accounts.find(squatter.orElseThrow())).isEmpty();
    }

    @Test
    @DisplayName("PROC-02 a link on its way to the old address is dead once the address has changed, sent or not")
    void oldMailbox() {
        accounts.mailLink(person.id());
        String reset = letters.lastTo(person.email()).link();
        accounts.mailLink(person.id());
        ask(wanted, PASSWORD);
        press(letters.lastTo(wanted).link());
        assertThat(browser.get(reset).status()).isEqualTo(410);
        var waited = letters.to(person.email()).stream()
                .filter(letter -> letter.subject().contains("mot de passe"))
                .map(SentLetters.Letter::link)
                .filter(link -> link.contains("/mot-de-passe/"))
                .toList();
        assertThat(waited).hasSize(2);
        assertThat(waited)
                .allSatisfy(link -> assertThat(browser.get(link).status()).isEqualTo(410));
    }

    @Test
    @DisplayName("PROC-02 the link chooses no password, confirms no account, and is nothing in another espace")
    void otherDoors() {
        ask(wanted, PASSWORD);
        String link = letters.lastTo(wanted).link();
        assertThat(browser.get(link.replace("/courriel/", "/mot-de-passe/")).status())
                .isEqualTo(410);
        assertThat(browser.get(link.replace("/courriel/", "/confirmation/")).status())
                .isEqualTo(410);
        assertThat(accounts.choosePassword("trial", link.substring(link.lastIndexOf('/') + 1), "une autre navette"))
                .isEqualTo(Optional.empty());
        assertThat(browser.get("/essai/courriel/" + "x".repeat(300)).status()).isEqualTo(410);
        accounts.deactivate(person.id());
        assertThat(new Browser(port).get(link).status()).isEqualTo(410);
    }

    @ParameterizedTest
    @CsvSource({
        "'',Saisissez votre nouvelle",
        "pas une adresse,adresse e-mail complète",
        "LONG,au plus 254",
        "SAME,déjà votre"
    })
    @DisplayName("PROC-02 an address that cannot be taken is explained beside its field, which keeps it")
    void explained(String typed, String said) {
        String email = typed.equals("LONG")
                ? "a".repeat(300) + "@exemple.fr"
                : typed.equals("SAME") ? person.email().toUpperCase() : typed;
        var page = ask(email, PASSWORD);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains(said);
        assertThat(page.body())
                .containsPattern("id=\"email\"[^>]*value=\"" + email + "\"[^>]*aria-describedby=\"email-error\"");
        assertThat(letters.to(person.email())).isEmpty();
    }

    @Test
    @DisplayName("PROC-02 the present password is asked for; guesses are slowed down, and so are requests")
    void password() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-03-02T08:00:00Z")));
        browser = signedIn();
        assertThat(browser.post(PATH, Map.of()).text())
                .contains("Saisissez votre nouvelle adresse", "Saisissez votre mot de passe actuel.");
        assertThat(browser.post(PATH, Map.of("email", "a\0@exemple.fr")).status())
                .isEqualTo(400);
        for (int i = 0; i < 5; i++) {
            browser.from("198.18.1." + i);
            assertThat(ask(wanted, "pas le bon").text()).contains("Ce n'est pas votre mot de passe actuel.");
        }
        browser.from("198.18.1.9");
        assertThat(ask(wanted, PASSWORD).text()).contains("Trop de tentatives.");
        assertThat(letters.to(wanted)).isEmpty();
        person = people.inTrial();
        browser = signedIn();
        for (int i = 0; i < 5; i++) {
            browser.from("198.18.2." + i);
            assertThat(ask(TrialEspace.People.login(), PASSWORD).status()).isEqualTo(302);
        }
        browser.from("198.18.2.9");
        assertThat(ask(wanted, PASSWORD).text()).contains("Trop de tentatives.");
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

    private static String common(Page page, String email) {
        return page.text().replace(email, "ADRESSE").replaceAll("\\d\\d/\\d\\d/\\d{4} \\d\\dh\\d\\d", "DATE");
    }
}
