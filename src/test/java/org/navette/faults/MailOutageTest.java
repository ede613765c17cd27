package org.navette.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
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
}
