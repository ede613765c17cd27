package org.navette.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.navette.AtOnce;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@NavetteTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("PROC-01 Registrations")
class RegistrationsTest {

    private static final String MINE = "une phrase bien à moi";
    private static final String THEIRS = "la phrase de quelqu'un d'autre";

    @LocalServerPort
    int port;

    @Autowired
    Registrations registrations;

    @Autowired
    Accounts accounts;

    @Autowired
    SentLetters letters;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private Instant now;
    private String email;

    /** What an espace ties to an account. */
    @BeforeAll
    void table() {
        jdbc.sql("create table trial_person (account_id uuid primary key references account (id) on delete cascade,"
                        + " phone text)")
                .update();
    }

    @AfterAll
    void drop() {
        jdbc.sql("drop table trial_person").update();
    }

    @BeforeEach
    void start() {
        email = TrialEspace.People.login();
        now = Instant.now();
    }

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

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
                .contains(">Identifiant (adresse électronique)</label>")
                .containsPattern("id=\"login\"[^>]*type=\"text\"");
    }

    private Optional<UUID> register(String password) {
        return registrations.register("trial", newcomer(password), anyAddress(), id -> jdbc.sql(
                        "insert into trial_person (account_id, phone) values (?, '0102030405')")
                .param(id)
                .update());
    }

    private void registerAnother() {
        String other = TrialEspace.People.login();
        registrations.register("trial", new Newcomer(other, "Ada", "Essai", MINE), anyAddress(), id -> {});
    }

    private Newcomer newcomer(String password) {
        return new Newcomer(email, "Ada", "Essai", password);
    }

    /** Hashes and comparisons that a registration of the address takes. */
    private long[] work(String address) {
        long hashes = QuickPasswords.hashes();
        long comparisons = QuickPasswords.comparisons();
        registrations.register("trial", new Newcomer(address, "Ada", "Essai", THEIRS), anyAddress(), id -> {});
        return new long[] {QuickPasswords.hashes() - hashes, QuickPasswords.comparisons() - comparisons};
    }

    private static String anyAddress() {
        return "test-" + UUID.randomUUID();
    }

    private boolean signsIn(String password) {
        return new Browser(port).signIn("/essai", email, password).status() == 302;
    }

    private int press(String link) {
        var browser = new Browser(port);
        browser.get("/essai/connexion");
        return browser.post(link, Map.of()).status();
    }

    private Browser.Page choose(String link, String password, String confirmation) {
        var browser = new Browser(port);
        browser.get("/essai/connexion");
        return browser.post(link, Map.of("password", password, "confirmation", confirmation));
    }

    private void assertDead(String link) {
        var page = new Browser(port).get(link);
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.heading()).isEqualTo("Ce lien n'a plus d'effet");
    }

    private String phone(UUID id) {
        return jdbc.sql("select phone from trial_person where account_id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private void time(Duration later) {
        ClockUtil.setCurrentTime(Date.from(now.plus(later)));
    }
}
