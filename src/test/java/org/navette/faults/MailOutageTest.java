package org.navette.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.navette.nodes.MailServer.Mood;

@Faults
@DisplayName("A mail server in every mood, under load")
class MailOutageTest {

    private Scene scene;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        scene = new Scene(folder, "moods");
    }

    @AfterAll
    void close() throws Exception {
        scene.close();
    }

    @Test
    @Order(1)
    @DisplayName("COMM-08 whatever the mail server does, requests go on, no mail is lost and none doubled silently")
    void moods() throws Exception {
        var ledger = new Ledger();
        try (var traffic = scene.traffic(ledger)) {
            for (Mood mood : new Mood[] {Mood.HANGS_AFTER_DATA, Mood.LATER, Mood.DIES_AFTER_ACCEPTING}) {
                scene.site().mails().be(mood);
                int before = ledger.taken().size();
                // the agents' actions are those that send mails
                Scene.until(
                        "work with a mail server that is " + mood,
                        Duration.ofMinutes(2),
                        () -> ledger.taken().size() > before + 5);
                TimeUnit.SECONDS.sleep(8);
            }
            scene.site().mails().be(Mood.WELL);
        }
        assertThat(ledger.refusedAttempts()).as(ledger::toString).isZero();
        // given what was taken before the connection died, these are sent twice and say so
        scene.verdict("mail server hangs, answers 451, dies after accepting", ledger);
        long flagged = scene.site()
                .jdbc()
                .sql("select count(*) from mail_outbox where possibly_twice")
                .query(Long.class)
                .single();
        Scene.report("mails flagged as perhaps sent twice", String.valueOf(flagged));
        assertThat(flagged).isPositive();
    }

    @Test
    @Order(2)
    @DisplayName("COMM-08 a mail server that refuses for good: requests go on, and each refused mail is an incident")
    void never() throws Exception {
        var ledger = new Ledger();
        scene.site().mails().be(Mood.NEVER);
        try (var traffic = scene.traffic(ledger)) {
            traffic.acknowledged(20);
        }
        assertThat(ledger.refusedAttempts()).as(ledger::toString).isZero();
        var jdbc = scene.site().jdbc();
        Scene.until(
                "all mails are refused",
                Duration.ofMinutes(2),
                () -> jdbc.sql("select count(*) from mail_outbox where state in ('WAITING', 'SENDING')")
                                .query(Long.class)
                                .single()
                        == 0);
        Scene.until(
                "each is an incident",
                Duration.ofMinutes(1),
                () -> jdbc.sql(
                                        """
                                select count(*) from mail_outbox m where state = 'FAILED' and not exists
                                  (select from act_ru_incident i join act_ru_execution e on e.id_ = i.proc_inst_id_
                                   where e.business_key_ = m.id::text)""")
                                .query(Long.class)
                                .single()
                        == 0);
        assertThat(scene.invariants().violations(ledger)).isEmpty();
    }
}
