package org.navette.privacy.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.TableSearch;
import org.navette.accounts.Accounts;
import org.navette.accounts.Throttle;
import org.navette.directory.Journal;
import org.navette.partners.PartnerWorld;
import org.navette.privacy.Demand.Kind;
import org.navette.privacy.OfficerWorld;
import org.navette.retention.Nights;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("COMM-05 The diagram common-retention")
class CommonRetentionTest {

    private static final String PROCESS = "common-retention";

    @Autowired
    PartnerWorld world;

    @Autowired
    OfficerWorld officers;

    @Autowired
    Accounts accounts;

    @Autowired
    Throttle throttle;

    @Autowired
    Journal journal;

    @Autowired
    Nights nights;

    @Autowired
    SentLetters letters;

    @Autowired
    TableSearch search;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    private long rows(String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Long.class).single();
    }

    @Test
    @DisplayName("COMM-05 deletes sent mails about no request after 24 months, none before and none that waits")
    void mails() {
        var desk = world.desk("331");
        String login = world.login(desk);
        accounts.mailLink(desk.account());
        letters.send(login);
        String sent = "mail_outbox where lower(recipient) = lower('" + login + "')";
        jdbc.sql("update mail_outbox set queued_at = queued_at - interval '23 months' where recipient = ?")
                .param(login)
                .update();
        nights.pass(PROCESS);
        assertThat(rows(sent)).isEqualTo(1);
        jdbc.sql("update mail_outbox set queued_at = queued_at - interval '2 months', state = 'WAITING'"
                        + " where recipient = ?")
                .param(login)
                .update();
        nights.pass(PROCESS);
        assertThat(rows(sent)).isEqualTo(1);
        jdbc.sql("update mail_outbox set state = 'SENT' where recipient = ?")
                .param(login)
                .update();
        nights.pass(PROCESS);
        assertThat(rows(sent)).isZero();
    }

    @Test
    @DisplayName("COMM-05 takes names from the supervisors' journal after 24 months; what was changed stays")
    void journal() {
        var supervisor = world.supervisorOf("331");
        journal.write(supervisor, "trial", "Une vieille modification");
        jdbc.sql("update supervision_journal set at = at - interval '25 months' where topic = 'trial'")
                .update();
        journal.write(supervisor, "trial", "Une nouvelle modification");
        nights.pass(PROCESS);
        assertThat(journal.latest(supervisor, "trial"))
                .extracting(Journal.Entry::text, entry -> entry.name().isEmpty())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Une nouvelle modification", false),
                        org.assertj.core.groups.Tuple.tuple("Une vieille modification", true));
        jdbc.sql("delete from supervision_journal where topic = 'trial'").update();
    }

    @Test
    @DisplayName("COMM-05 deletes tries to sign in whose time is over, though nobody signs in")
    void tries() {
        throttle.admit("partners", "quelqu.un@world.example", "192.0.2.77");
        jdbc.sql("update login_attempt set expires_at = now() - interval '1 minute'")
                .update();
        throttle.admit("partners", "quelqu.autre@world.example", "192.0.2.78");
        nights.pass(PROCESS);
        assertThat(rows("login_attempt where expires_at < now()")).isZero();
        assertThat(rows("login_attempt")).isPositive();
    }

    @Test
    @DisplayName("COMM-05 forgets after 24 months whose export it was and why it was refused")
    void demands() {
        var desk = world.desk("331");
        String number = officers.open(Kind.EXPORT, desk.account(), null);
        officers.decide(
                number, java.util.Map.of("identity", "NONE", "decision", "REFUSE", "reason", "Motif tarabiscoté"));
        nights.age(number, "25 months");
        nights.announceAndErase(PROCESS);
        assertThat(nights.erased(number)).isTrue();
        assertThat(search.columnsWith("tarabiscoté", "%")).isEmpty();
        assertThat(rows("person_request where account_id = '" + desk.account() + "'"))
                .isZero();
    }
}
