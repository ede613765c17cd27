package org.navette.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.springframework.transaction.support.TransactionTemplate;

@NavetteTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("PROC-01 Registrations")
class RegistrationsTest extends RegistrationHelp {

    @Test
    @DisplayName("PROC-01 a registered account waits for its mailed link, whose button opens it")
    void confirmed() {
        var id = register(MINE).orElseThrow();
        assertThat(phone(id)).isEqualTo("0102030405");
        assertThat(signsIn(MINE)).isFalse();
        var letter = letters.lastTo(email);
        assertThat(letter.subject()).isEqualTo("Confirmez votre adresse e-mail");
        var browser = new Browser(port);
        var page = browser.get(letter.link());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.heading()).isEqualTo("Confirmer mon adresse e-mail");
        assertThat(page.text()).contains(email, "Ada Essai").doesNotContain("Mot de passe");
        new Browser(port).get(letter.link());
        assertThat(signsIn(MINE)).as("programs open links too").isFalse();
        var answer = browser.post(letter.link(), Map.of());
        assertThat(browser.follow(answer).text()).contains("Votre adresse e-mail est confirmée.");
        assertThat(signsIn(MINE)).isTrue();
        assertDead(letter.link());
        assertThat(press(letter.link())).isEqualTo(410);
    }

    @Test
    @DisplayName("COMM-01 a confirmation link lives 24 hours")
    void expiry() {
        register(MINE);
        String link = letters.lastTo(email).link();
        time(Duration.ofHours(24).minusSeconds(60));
        assertThat(new Browser(port).get(link).status()).isEqualTo(200);
        time(Duration.ofHours(24).plusSeconds(60));
        assertDead(link);
        assertThat(press(link)).isEqualTo(410);
        assertThat(signsIn(MINE)).isFalse();
    }

    @Test
    @DisplayName(
            "PROC-01 who has an account already is told by mail, and nothing changes; any case is the same address")
    void known() {
        var account = accounts.createActivated("trial", email, email, "Ada", "Essai", MINE);
        List<UUID> tied = new ArrayList<>();
        var answer = registrations.register(
                "trial", new Newcomer(email.toUpperCase(), "Zoé", "Autre", THEIRS), anyAddress(), tied::add);
        assertThat(answer).isEmpty();
        assertThat(tied).isEmpty();
        assertThat(accounts.find("trial", email).orElseThrow()).isEqualTo(account);
        var letter = letters.lastTo(email);
        assertThat(letter.subject()).isEqualTo("Vous avez déjà un compte");
        assertThat(letter.text()).contains("/essai/connexion", "/essai/mot-de-passe-oublie", "Ada Essai");
        assertThat(signsIn(THEIRS)).isFalse();
        assertThat(signsIn(MINE)).isTrue();
    }

    @Test
    @DisplayName("PROC-01 who was invited and has set no password yet is known; so is who has a closed account")
    void knownToo() {
        var invited = accounts.create("trial", email, email, "Ada", "Essai");
        assertThat(register(MINE)).isEmpty();
        assertThat(letters.lastTo(email).subject()).isEqualTo("Vous avez déjà un compte");
        accounts.deactivate(invited.id());
        assertThat(register(MINE)).isEmpty();
        assertThat(letters.lastTo(email).text()).contains("Ce compte est fermé").doesNotContain("oublie");
        assertThat(signsIn(MINE)).isFalse();
    }

    @Test
    @DisplayName("PROC-01 a known and an unknown address cost the same work")
    void sameWork() {
        accounts.createActivated("trial", email, email, "Ada", "Essai", MINE);
        long[] known = work(email);
        assertThat(work(TrialEspace.People.login())).isEqualTo(known);
        assertThat(known).containsExactly(1, 1);
    }

    @Test
    @DisplayName("COMM-02 registrations are slowed down for one e-mail address and from one place")
    void throttled() {
        time(Duration.ZERO);
        for (int i = 0; i < 5; i++) {
            registrations.register("trial", newcomer(MINE + i), anyAddress(), id -> {});
        }
        assertThatThrownBy(() -> register(MINE)).isInstanceOf(TooManyAttempts.class);
        assertThat(letters.to(email)).hasSizeLessThanOrEqualTo(5);
        String place = anyAddress();
        for (int i = 0; i < 5; i++) {
            email = TrialEspace.People.login();
            registrations.register("trial", newcomer(MINE), place, id -> {});
        }
        email = TrialEspace.People.login();
        assertThatThrownBy(() -> registrations.register("trial", newcomer(MINE), place, id -> {}))
                .isInstanceOf(TooManyAttempts.class);
        assertThat(register(MINE)).isPresent();
    }

    @Test
    @DisplayName("PROC-01 an account not confirmed in 7 days is removed with what hangs on it; others stay")
    void purged() {
        var waiting = register(MINE).orElseThrow();
        String kept = email;
        email = TrialEspace.People.login();
        var confirmed = register(MINE).orElseThrow();
        press(letters.lastTo(email).link());
        String invited = TrialEspace.People.login();
        accounts.create("trial", invited, invited, "Ada", "Essai");
        time(Duration.ofDays(7).minusMinutes(5));
        registerAnother();
        assertThat(accounts.find(waiting)).isPresent();
        time(Duration.ofDays(7).plusMinutes(5));
        registerAnother();
        assertThat(accounts.find("trial", kept)).isEmpty();
        assertThat(phone(waiting)).isNull();
        assertThat(accounts.find(confirmed)).isPresent();
        assertThat(accounts.find("trial", invited)).isPresent();
        assertThat(new Browser(port).get(letters.lastTo(kept).link()).status()).isEqualTo(410);
    }

    @Test
    @DisplayName("PROC-01 when the espace cannot write its rows nothing is registered or mailed")
    void tieFails() {
        assertThatThrownBy(() -> registrations.register("trial", newcomer(MINE), anyAddress(), id -> {
                    throw new IllegalStateException("no room");
                }))
                .hasMessage("no room");
        assertThat(accounts.find("trial", email)).isEmpty();
        assertThat(letters.to(email)).isEmpty();
    }

    @Test
    @DisplayName("PROC-01 no password is hashed while a connection is held")
    void outside() {
        assertThatThrownBy(() -> new TransactionTemplate(transactions).execute(status -> register(MINE)))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "pas une adresse,Ada,Essai",
        "ada\0@exemple.fr,Ada,Essai",
        "'',Ada,Essai",
        "ada@exemple.fr,'',Essai",
        "ada@exemple.fr,Ada,Visitez http://exemple.com",
        "LONG,Ada,Essai",
        "ada@exemple.fr,Ada,LONG"
    })
    @DisplayName("PROC-01 what cannot be an address or a name is not registered, whoever forgot to check it")
    void impossible(String wrong, String firstName, String lastName) {
        String longText = "a".repeat(300);
        var newcomer = new Newcomer(
                wrong.equals("LONG") ? longText + "@exemple.fr" : wrong,
                firstName,
                lastName.equals("LONG") ? longText : lastName,
                MINE);
        assertThatThrownBy(() -> registrations.register("trial", newcomer, anyAddress(), id -> {}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(newcomer.toString()).doesNotContain(MINE);
    }

    @Test
    @DisplayName("COMM-01 the password of a registration obeys the policy")
    void policy() {
        assertThatThrownBy(() -> register("court")).isInstanceOf(RefusedPassword.class);
        assertThatThrownBy(() -> register(email)).isInstanceOf(RefusedPassword.class);
        assertThat(accounts.find("trial", email)).isEmpty();
    }

    @Test
    @DisplayName("COMM-03 a confirmation link is one in its espace only, and chooses no password elsewhere")
    void otherDoors() {
        register(MINE);
        String link = letters.lastTo(email).link();
        assertDead(link.replace("/essai/", "/partenaires/"));
        assertDead(link.replace("/confirmation/", "/mot-de-passe/"));
        assertDead(link.replace("/confirmation/", "/courriel/"));
        assertDead("/essai/confirmation/" + "x".repeat(300));
        String reset = link.replace("/confirmation/", "/mot-de-passe/");
        assertThat(choose(reset, THEIRS, THEIRS).status()).isEqualTo(410);
        accounts.createActivated("partners", email, email, "Ada", "Essai", THEIRS);
        accounts.mailLink(accounts.find("partners", email).orElseThrow().id());
        assertDead(letters.lastTo(email).link().replace("/partenaires/mot-de-passe/", "/partenaires/confirmation/"));
        assertThat(press(link)).isEqualTo(302);
    }

    @Test
    @DisplayName("PROC-01 the login page leads to the registration, which is open to everyone")
    void door() {
        var browser = new Browser(port);
        var login = browser.get("/essai/connexion");
        assertThat(login.body())
                .contains("href=\"/essai/inscription\"", "Créer un compte")
                .containsPattern("id=\"login\"[^>]*type=\"email\"[^>]*autocomplete=\"username\"")
                .contains(">Adresse e-mail</label>");
        assertThat(browser.get("/essai/inscription").body()).isEqualTo("inscription");
        assertThat(browser.post("/essai/inscription", Map.of()).body()).isEqualTo("inscription reçue");
        var partners = new Browser(port).get("/partenaires/connexion");
        assertThat(partners.body())
                .doesNotContain("Créer un compte")
                .contains(">Identifiant (adresse e-mail)</label>")
                .containsPattern("id=\"login\"[^>]*type=\"text\"");
    }
}
