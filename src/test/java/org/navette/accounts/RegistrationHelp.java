package org.navette.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.navette.Browser;
import org.navette.SentLetters;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What the tests of registrations share: an espace that ties a row to each account, and a person who registers. */
abstract class RegistrationHelp {

    static final String MINE = "une phrase bien à moi";
    static final String THEIRS = "la phrase de quelqu'un d'autre";

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

    Instant now;
    String email;

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

    Optional<UUID> register(String password) {
        return registrations.register("trial", newcomer(password), anyAddress(), id -> jdbc.sql(
                        "insert into trial_person (account_id, phone) values (?, '0102030405')")
                .param(id)
                .update());
    }

    void registerAnother() {
        String other = TrialEspace.People.login();
        registrations.register("trial", new Newcomer(other, "Ada", "Essai", MINE), anyAddress(), id -> {});
    }

    Newcomer newcomer(String password) {
        return new Newcomer(email, "Ada", "Essai", password);
    }

    /** Hashes and comparisons that a registration of the address takes. */
    long[] work(String address) {
        long hashes = QuickPasswords.hashes();
        long comparisons = QuickPasswords.comparisons();
        registrations.register("trial", new Newcomer(address, "Ada", "Essai", THEIRS), anyAddress(), id -> {});
        return new long[] {QuickPasswords.hashes() - hashes, QuickPasswords.comparisons() - comparisons};
    }

    static String anyAddress() {
        return "test-" + UUID.randomUUID();
    }

    boolean signsIn(String password) {
        return new Browser(port).signIn("/essai", email, password).status() == 302;
    }

    int press(String link) {
        var browser = new Browser(port);
        browser.get("/essai/connexion");
        return browser.post(link, Map.of()).status();
    }

    Browser.Page choose(String link, String password, String confirmation) {
        var browser = new Browser(port);
        browser.get("/essai/connexion");
        return browser.post(link, Map.of("password", password, "confirmation", confirmation));
    }

    void assertDead(String link) {
        var page = new Browser(port).get(link);
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.heading()).isEqualTo("Ce lien n'a plus d'effet");
    }

    String phone(UUID id) {
        return jdbc.sql("select phone from trial_person where account_id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    void time(Duration later) {
        ClockUtil.setCurrentTime(Date.from(now.plus(later)));
    }
}
