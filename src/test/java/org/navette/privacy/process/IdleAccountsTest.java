package org.navette.privacy.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.TableSearch;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.mail.Outbox;
import org.navette.mail.SentMail;
import org.navette.partners.Desk;
import org.navette.partners.Member;
import org.navette.partners.PartnerWorld;
import org.navette.privacy.OfficerWorld;
import org.navette.retention.Nights;
import org.navette.retention.RetentionFigures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("COMM-05 An account that nobody uses")
class IdleAccountsTest {

    private static final String PROCESS = "common-retention";

    @LocalServerPort
    int port;

    @Autowired
    PartnerWorld world;

    @Autowired
    OfficerWorld officers;

    @Autowired
    Accounts accounts;

    @Autowired
    Nights nights;

    @Autowired
    SentLetters letters;

    @Autowired
    Outbox outbox;

    @Autowired
    TableSearch search;

    @Autowired
    RetentionFigures figures;

    @Autowired
    JdbcClient jdbc;

    private Desk desk;
    private String login;

    @BeforeEach
    void desk() {
        desk = world.desk("331");
        login = world.login(desk);
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
        // none is idle in the next test, whose nights would meet it
        jdbc.sql(
                        "update account set last_login_at = now() where erased_at is null and last_login_at < now() - interval '1 year'")
                .update();
    }

    private void unused(Desk of, String time) {
        jdbc.sql("update account set last_login_at = now() - cast(? as interval) where id = ?")
                .params(time, of.account())
                .update();
    }

    private boolean isOpen(Desk of) {
        return accounts.find(of.account()).map(Account::active).orElse(false);
    }

    /** What was announced to the person, as long as they are somebody. */
    private List<String> told() {
        letters.send(login);
        return outbox.to(login, 10).stream()
                .map(SentMail::template)
                .filter("retention/idle-account"::equals)
                .toList();
    }

    private void nightAfter(int days) {
        world.later(Duration.ofDays(days).plusHours(1));
        nights.pass(PROCESS);
    }

    @Test
    @DisplayName("COMM-05 is announced to its person a month before 24 months are over, then closed and anonymised")
    void ends() {
        unused(desk, "22 months 20 days");
        nights.pass(PROCESS);
        assertThat(told()).isEmpty();
        unused(desk, "23 months 5 days");
        nights.pass(PROCESS);
        nights.pass(PROCESS);
        assertThat(told()).hasSize(1);
        assertThat(letters.lastTo(login).text()).contains("24\u00a0mois", "connectez-vous avant cette date");
        assertThat(letters.lastTo(login).link()).isEqualTo("/partenaires");
        nightAfter(20);
        assertThat(isOpen(desk)).isTrue();
        nightAfter(11);
        assertThat(accounts.find(desk.account())).hasValueSatisfying(account -> {
            assertThat(account.active()).isFalse();
            assertThat(account.displayName()).isEqualTo("Compte effacé");
        });
        assertThat(search.columnsWith(login, "%")).isEmpty();
    }

    @Test
    @DisplayName("COMM-05 is kept when its person signs in after all")
    void used() {
        unused(desk, "23 months 5 days");
        nights.pass(PROCESS);
        world.later(Duration.ofDays(20));
        assertThat(world.browser(desk, port).get("/partenaires/identite").status())
                .isEqualTo(200);
        nightAfter(11);
        assertThat(isOpen(desk)).isTrue();
    }

    @Test
    @DisplayName("COMM-05 stays unannounced while it is the only one of a structure that waits for an answer")
    void alone() {
        Desk gone = world.colleague(desk, Member.Role.TECHNICIAN);
        String number = world.deposit(gone, "partners.case-review");
        accounts.deactivate(gone.account());
        unused(desk, "30 months");
        long over = idle().over();
        nights.pass(PROCESS);
        assertThat(idle().over()).as("to end on the data officer's page").isEqualTo(over - 1);
        nightAfter(35);
        assertThat(told()).isEmpty();
        assertThat(isOpen(desk)).isTrue();
        jdbc.sql("update request set phase = 'CLOSED' where number = ?")
                .param(number)
                .update();
        nightAfter(31);
        assertThat(told()).hasSize(1);
        nightAfter(31);
        assertThat(isOpen(desk)).isFalse();
    }

    @Test
    @DisplayName("COMM-05 goes, of the last two of such a structure, but the other then stays")
    void lastTwo() {
        Desk other = world.colleague(desk, Member.Role.TECHNICIAN);
        Desk gone = world.colleague(desk, Member.Role.TECHNICIAN);
        world.deposit(gone, "partners.case-review");
        accounts.deactivate(gone.account());
        unused(desk, "23 months 5 days");
        unused(other, "23 months 5 days");
        nights.pass(PROCESS);
        nightAfter(31);
        assertThat(Stream.of(desk, other).filter(this::isOpen)).hasSize(1);
    }

    @Test
    @DisplayName("COMM-05 stays while a request of its own runs")
    void author() {
        world.deposit(desk, "partners.case-review");
        world.colleague(desk, Member.Role.TECHNICIAN);
        unused(desk, "23 months 5 days");
        nights.pass(PROCESS);
        nightAfter(31);
        assertThat(told()).isEmpty();
        assertThat(isOpen(desk)).isTrue();
    }

    @Test
    @DisplayName("COMM-05 is counted on the data officer's page: idle, announced, ended")
    void counted() {
        var before = idle();
        unused(desk, "23 months 5 days");
        assertThat(idle().over()).isEqualTo(before.over() + 1);
        nights.pass(PROCESS);
        assertThat(idle().announced()).isEqualTo(before.announced() + 1);
        assertThat(idle().next()).isEqualTo(java.time.LocalDate.now().plusDays(30));
        assertThat(officers.browser(port).get("/agents/donnees").text())
                .contains("Comptes inutilisés", "24\u00a0mois sans connexion");
        nightAfter(31);
        assertThat(idle().erased()).isEqualTo(before.erased() + 1);
        assertThat(idle().announced()).isEqualTo(before.announced());
    }

    private RetentionFigures.OfKind idle() {
        return figures.all().stream()
                .flatMap(espace -> espace.kinds().stream())
                .filter(kind -> kind.label().equals("Comptes inutilisés"))
                .findFirst()
                .orElseThrow();
    }
}
