package org.navette.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.navette.AtOnce;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.SentLetters;

@NavetteTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("PROC-01 An address registered more than once")
class ContestedRegistrationsTest extends RegistrationHelp {

    @Test
    @DisplayName(
            "PROC-01 once a link is dead the address can be registered again: the earlier password and rows are gone")
    void later() {
        var first = register(THEIRS).orElseThrow();
        String link = letters.lastTo(email).link();
        time(Duration.ofHours(24).plusSeconds(60));
        var second = register(MINE).orElseThrow();
        assertThat(second).isNotEqualTo(first);
        assertThat(phone(first)).isNull();
        assertThat(phone(second)).isEqualTo("0102030405");
        assertDead(link);
        assertThat(press(letters.lastTo(email).link())).isEqualTo(302);
        assertThat(signsIn(THEIRS)).isFalse();
        assertThat(signsIn(MINE)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    @DisplayName(
            "PROC-01 of two registrations while a link lives no password counts: who reads the mailbox chooses one, whoever came first")
    void contested(boolean strangerFirst) {
        register(strangerFirst ? THEIRS : MINE);
        String first = letters.lastTo(email).link();
        register(strangerFirst ? MINE : THEIRS);
        String link = letters.lastTo(email).link();
        assertDead(first);
        var page = new Browser(port).get(link);
        assertThat(page.text()).contains("Choisissez le mot de passe de ce compte.");
        assertThat(press(link)).as("a button alone confirms nothing").isEqualTo(200);
        assertThat(choose(link, "court", "court").text()).contains("au moins 12 caractères");
        assertThat(choose(link, MINE, MINE + "!").text()).contains("ne sont pas identiques");
        String chosen = "une troisième phrase";
        assertThat(choose(link, chosen, chosen).status()).isEqualTo(302);
        assertThat(signsIn(THEIRS)).isFalse();
        assertThat(signsIn(MINE)).isFalse();
        assertThat(signsIn(chosen)).isTrue();
    }

    @Test
    @DisplayName("PROC-01 a mail of a registration that was replaced while it waited carries a dead link")
    void replacedBeforeSent() {
        register(THEIRS);
        register(MINE);
        var sent = letters.to(email);
        assertThat(sent).hasSize(2);
        assertDead(sent.get(0).link());
        assertThat(new Browser(port).get(sent.get(1).link()).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("PROC-01 a form sent twice registers once; later the same password gets a new link and stands")
    void twice() {
        time(Duration.ZERO);
        var id = register(MINE).orElseThrow();
        assertThat(register(MINE)).isEmpty();
        assertThat(letters.to(email)).hasSize(1);
        assertThat(phone(id)).isNotNull();
        String first = letters.lastTo(email).link();
        time(Duration.ofMinutes(2));
        assertThat(register(MINE)).isPresent();
        String second = letters.lastTo(email).link();
        assertDead(first);
        assertThat(press(second)).isEqualTo(302);
        assertThat(signsIn(MINE)).isTrue();
    }

    @Test
    @DisplayName("PROC-01 a password forgotten before the confirmation mails its link again, and is chosen there")
    void forgotten() {
        register(THEIRS);
        String first = letters.lastTo(email).link();
        var browser = new Browser(port);
        browser.get("/essai/mot-de-passe-oublie");
        var sent = browser.post("/essai/mot-de-passe-oublie", Map.of("login", email));
        assertThat(sent.text()).contains("Si un compte actif correspond à cette adresse e-mail");
        var letter = letters.lastTo(email);
        assertThat(letter.subject()).isEqualTo("Confirmez votre adresse e-mail");
        assertDead(first);
        assertThat(choose(letter.link(), MINE, MINE).status()).isEqualTo(302);
        assertThat(signsIn(THEIRS)).isFalse();
        assertThat(signsIn(MINE)).isTrue();
    }

    @Test
    @DisplayName("PROC-01 two registrations of one address at once leave one account and one living link")
    void atOnce() {
        for (int round = 0; round < 5; round++) {
            email = TrialEspace.People.login();
            boolean same = round % 2 == 0;
            var outcomes =
                    AtOnce.<Optional<UUID>>call(List.of(() -> register(MINE), () -> register(same ? MINE : THEIRS)));
            assertThat(outcomes).allMatch(AtOnce.Outcome::won);
            var account = accounts.find("trial", email).orElseThrow();
            assertThat(phone(account.id())).isNotNull();
            var alive = letters.to(email).stream()
                    .map(SentLetters.Letter::link)
                    .filter(link -> new Browser(port).get(link).status() == 200)
                    .toList();
            assertThat(alive).hasSize(1);
            if (same) {
                assertThat(outcomes.stream().filter(o -> o.value().isPresent())).hasSize(1);
                assertThat(press(alive.get(0))).isEqualTo(302);
                assertThat(signsIn(MINE)).isTrue();
            } else {
                assertThat(press(alive.get(0))).as("a password must be chosen").isEqualTo(200);
            }
        }
    }

    @Test
    @DisplayName("PROC-01 of several confirmations at once one counts")
    void confirmedAtOnce() {
        register(MINE);
        String link = letters.lastTo(email).link();
        var outcomes = AtOnce.<Integer>call(List.of(() -> press(link), () -> press(link), () -> press(link)));
        assertThat(outcomes.stream().map(AtOnce.Outcome::value).toList())
                .containsOnlyOnce(302)
                .filteredOn(status -> status == 410)
                .hasSize(2);
        assertThat(signsIn(MINE)).isTrue();
    }

    @Test
    @DisplayName("PROC-01 a confirmation and another registration at once: one of them wins whole")
    void confirmedWhileRegistered() {
        for (int round = 0; round < 6; round++) {
            email = TrialEspace.People.login();
            register(MINE);
            String link = letters.lastTo(email).link();
            var outcomes = AtOnce.<Object>call(List.of(() -> press(link), () -> register(THEIRS)));
            assertThat(outcomes).allMatch(AtOnce.Outcome::won);
            boolean confirmed = outcomes.get(0).value().equals(302);
            assertThat(((Optional<?>) outcomes.get(1).value()).isEmpty()).isEqualTo(confirmed);
            assertThat(signsIn(MINE)).isEqualTo(confirmed);
            assertThat(signsIn(THEIRS)).isFalse();
        }
    }
}
