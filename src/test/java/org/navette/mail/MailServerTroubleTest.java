package org.navette.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.NavetteTest;

@NavetteTest
@DisplayName("A mail server in trouble")
class MailServerTroubleTest extends MailHelp {

    private static final Instant NOON = Instant.parse("2031-03-04T12:00:00Z");

    @Test
    @DisplayName("COMM-08 a mail server that is down for an hour loses and doubles nothing")
    void downForAnHour() {
        setTime(NOON);
        int port = closedPort();
        sendTo(port);
        List<String> people =
                IntStream.range(0, 12).mapToObj(i -> "p" + i + "@exemple.fr").toList();
        people.forEach(to -> queue(letter(to, to)));

        for (int minute = 0; minute < 60; minute++) {
            setTime(NOON.plus(Duration.ofMinutes(minute)));
            runDueJobs();
        }
        assertThat(outbox.about(reference)).allSatisfy(mail -> {
            assertThat(mail.state()).isEqualTo(SentMail.State.WAITING);
            assertThat(mail.reason()).contains("ne répond pas");
            // at once, after 1, 5 and 15 minutes; the next one waits for an hour
            assertThat(mail.attempts()).isEqualTo(4);
            assertThat(jobsOf(mail))
                    .extracting(Job::getDuedate)
                    .containsExactly(java.util.Date.from(NOON.plus(Duration.ofMinutes(81))));
        });

        GreenMail server = server(port);
        for (int minute = 60; minute < 120; minute++) {
            setTime(NOON.plus(Duration.ofMinutes(minute)));
            runDueJobs();
        }

        assertThat(Arrays.stream(server.getReceivedMessages()).map(mail -> header(mail, "To")))
                .containsExactlyInAnyOrderElementsOf(people);
        assertThat(outbox.about(reference)).allSatisfy(mail -> {
            assertThat(mail.state()).isEqualTo(SentMail.State.SENT);
            assertThat(mail.possiblyTwice()).isFalse();
            assertThat(mail.reason()).isNull();
        });
    }

    @Test
    @DisplayName("COMM-08 after the last retry an incident is visible, and a retry given by hand sends the mail")
    void incident() {
        setTime(NOON);
        sendTo(closedPort());
        queue(letter("résolu", "zoe@exemple.fr"));
        for (Duration pause : List.of(
                Duration.ZERO,
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(15),
                Duration.ofHours(1),
                Duration.ofHours(6))) {
            assertThat(incidents(only())).isZero();
            later(pause);
            runDueJobs();
        }
        assertThat(only().attempts()).isEqualTo(6);
        assertThat(incidents(only())).isOne();

        GreenMail server = server(0);
        jobs.setJobRetries(jobsOf(only()).get(0).getId(), 1);
        later(Duration.ofHours(7));
        runDueJobs();

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(only().state()).isEqualTo(SentMail.State.SENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {ScriptedServer.HANG_UP, ScriptedServer.RESET})
    @DisplayName(
            "COMM-08 a server that takes the mail and dies before it answers: sent again, same Message-ID, flagged")
    void diesBeforeAnswering(String end) throws Exception {
        queue(letter("résolu", "zoe@exemple.fr"));
        try (var dying = ScriptedServer.answering(".", end)) {
            sendTo(dying.port());
            runDueJobs();
            assertThat(dying.commands()).contains("DATA", ".");
        }
        assertThat(only().state()).isEqualTo(SentMail.State.WAITING);
        assertThat(only().possiblyTwice()).isTrue();
        assertThat(only().reason()).contains("n’a pas confirmé");

        GreenMail server = server(0);
        later(Duration.ofMinutes(2));
        runDueJobs();

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(header(server.getReceivedMessages()[0], "Message-ID")).isEqualTo(messageId());
        assertThat(only().state()).isEqualTo(SentMail.State.SENT);
        assertThat(only().possiblyTwice()).isTrue();
    }

    @Test
    @DisplayName("COMM-08 a server that takes the mail, says so and then breaks the connection: sent, once")
    void breaksAtTheFarewell() throws Exception {
        queue(letter("résolu", "zoe@exemple.fr"));
        try (var rude = ScriptedServer.answering("QUIT", ScriptedServer.RESET)) {
            sendTo(rude.port());
            runDueJobs();
            assertThat(rude.commands()).contains(".");
        }
        assertThat(only().state()).isEqualTo(SentMail.State.SENT);
        assertThat(only().possiblyTwice()).isFalse();
        assertThat(jobsOf(only())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELLO", "EHLO", "MAIL", "RCPT", "DATA"})
    @DisplayName("COMM-08 a connection that ends before the mail was handed over leaves no doubt: tried again, no flag")
    void endsEarly(String command) throws Exception {
        queue(letter("résolu", "zoe@exemple.fr"));
        try (var rude = ScriptedServer.answering(command, ScriptedServer.HANG_UP)) {
            sendTo(rude.port());
            runDueJobs();
        }
        assertThat(only().state()).isEqualTo(SentMail.State.WAITING);
        assertThat(only().possiblyTwice()).isFalse();
        assertThat(only().attempts()).isEqualTo(1);
    }

    @Test
    @DisplayName("COMM-08 a crash while sending: sent again with the same Message-ID and flagged")
    void crashWhileSending() {
        GreenMail server = server(0);
        queue(letter("résolu", "zoe@exemple.fr"));
        // the node has sent the mail and dies before it could write so
        MimeMessage lost = attempts.begin(only().id())
                .map(attempt -> {
                    try {
                        return rendering.compose(attempt, sender.createMimeMessage());
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .orElseThrow();
        sender.send(lost);
        assertThat(only().state()).isEqualTo(SentMail.State.SENDING);

        runDueJobs();

        assertThat(server.getReceivedMessages()).hasSize(2).allSatisfy(mail -> assertThat(header(mail, "Message-ID"))
                .isEqualTo(messageId()));
        assertThat(only().state()).isEqualTo(SentMail.State.SENT);
        assertThat(only().attempts()).isEqualTo(2);
        assertThat(only().possiblyTwice()).isTrue();
    }

    @Test
    @DisplayName("COMM-08 a recipient that is refused for good is not tried again: failed, with an incident at once")
    void refusedForGood() throws Exception {
        queue(letter("résolu", "personne@exemple.fr"));
        try (var refusing = ScriptedServer.answering("RCPT", "550 5.1.1 no such user")) {
            sendTo(refusing.port());
            runDueJobs();
            later(Duration.ofDays(1));
            runDueJobs();
            assertThat(refusing.commands())
                    .filteredOn(said -> said.startsWith("RCPT"))
                    .hasSize(1);
        }
        assertThat(only().state()).isEqualTo(SentMail.State.FAILED);
        assertThat(only().reason()).contains("550", "no such user");
        assertThat(incidents(only())).isOne();
        assertThat(jobsOf(only())).extracting(Job::getRetries).containsExactly(0);

        GreenMail server = server(0);
        jobs.setJobRetries(jobsOf(only()).get(0).getId(), 1);
        later(Duration.ofDays(1));
        runDueJobs();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(only().state()).isEqualTo(SentMail.State.SENT);
    }

    @Test
    @DisplayName(
            "COMM-08 what may pass is tried again: a full mailbox (4xx) and a sender refused by the settings (5xx)")
    void refusedForNow() throws Exception {
        for (var refusal :
                List.of(List.of("RCPT", "452 4.2.2 mailbox full"), List.of("MAIL", "550 5.7.1 sender unknown"))) {
            queue(letter(refusal.get(0), "zoe@exemple.fr"));
            try (var refusing = ScriptedServer.answering(refusal.get(0), refusal.get(1))) {
                sendTo(refusing.port());
                runDueJobs();
            }
        }
        assertThat(outbox.about(reference)).allSatisfy(mail -> {
            assertThat(mail.state()).isEqualTo(SentMail.State.WAITING);
            assertThat(mail.possiblyTwice()).isFalse();
            assertThat(incidents(mail)).isZero();
        });
    }

    @Test
    @DisplayName("COMM-08 an address that is none, or several, fails for good without asking a server")
    void brokenAddress() {
        GreenMail server = server(0);
        List<String> broken =
                List.of("personne", "a@exemple.fr, b@exemple.fr", "a@exemple.fr\r\nBcc: b@exemple.fr", "");
        broken.forEach(to -> queue(letter("k" + to.hashCode(), to)));

        runDueJobs();

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(outbox.about(reference)).hasSize(4).allSatisfy(mail -> {
            assertThat(mail.state()).isEqualTo(SentMail.State.FAILED);
            assertThat(mail.reason()).contains("adresse");
            assertThat(incidents(mail)).isOne();
        });
    }

    @Test
    @DisplayName("COMM-20 a mail server that hangs is given up after five seconds")
    void hangs() throws Exception {
        queue(letter("résolu", "zoe@exemple.fr"));
        var never = new CountDownLatch(1);
        try (var hanging = new ScriptedServer(command -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return null;
        })) {
            sendTo(hanging.port());
            long start = System.nanoTime();
            runDueJobs();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(9));
        } finally {
            never.countDown();
        }
        assertThat(only().state()).isEqualTo(SentMail.State.WAITING);
        assertThat(only().possiblyTwice()).isFalse();
    }

    @Test
    @DisplayName("COMM-08 two nodes never send the same mail at the same time")
    void reserved() {
        GreenMail server = server(0);
        queue(letter("résolu", "zoe@exemple.fr"));
        transaction.executeWithoutResult(status -> {
            assertThat(attempts.reserve(only().id())).isTrue();
            var other = new Thread(this::runDueJobs);
            other.start();
            try {
                other.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(only().state()).isEqualTo(SentMail.State.WAITING);

        later(Duration.ofMinutes(2));
        runDueJobs();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    private String messageId() {
        return jdbc.queryForObject("select message_id from mail_outbox where reference = ?", String.class, reference);
    }
}
