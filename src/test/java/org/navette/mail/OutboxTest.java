package org.navette.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.transaction.IllegalTransactionStateException;

@NavetteTest
@DisplayName("The outbox")
class OutboxTest extends MailHelp {

    @Autowired
    DefaultListableBeanFactory beans;

    @Autowired
    HistoryService history;

    @Test
    @DisplayName("COMM-08 a letter waits until its job runs, then is sent and listed on the request")
    void sends() {
        GreenMail server = server(0);
        queue(letter("résolu", "zoe@exemple.fr"));
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(only().state()).isEqualTo(SentMail.State.WAITING);

        runDueJobs();

        assertThat(server.getReceivedMessages()).hasSize(1);
        SentMail mail = only();
        assertThat(mail.state()).isEqualTo(SentMail.State.SENT);
        assertThat(mail.sentAt()).isNotNull();
        assertThat(mail.attempts()).isEqualTo(1);
        assertThat(mail.possiblyTwice()).isFalse();
        assertThat(mail.subject()).isEqualTo("Demande " + reference + " : une réponse vous attend");
        assertThat(jobsOf(mail)).isEmpty();
    }

    @Test
    @DisplayName("COMM-08 a letter left in a transaction that is rolled back is never sent")
    void rollback() {
        GreenMail server = server(0);
        long before = instances();
        transaction.executeWithoutResult(status -> {
            outbox.queue(letter("résolu", "zoe@exemple.fr"));
            status.setRollbackOnly();
        });

        runDueJobs();

        assertThat(outbox.about(reference)).isEmpty();
        assertThat(instances()).isEqualTo(before);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    @DisplayName("COMM-08 a letter left twice with the same key is sent once")
    void sameKey() {
        GreenMail server = server(0);
        queue(letter("résolu", "zoe@exemple.fr"));
        queue(letter("résolu", "zoe@exemple.fr"));
        queue(letter("message-1", "zoe@exemple.fr"));

        runDueJobs();
        queue(letter("résolu", "zoe@exemple.fr"));
        runDueJobs();

        assertThat(outbox.about(reference)).hasSize(2);
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    @DisplayName("COMM-08 the mail that has left stays sent when the engine's transaction is lost afterwards")
    void engineTransactionLost() {
        GreenMail server = server(0);
        queue(letter("résolu", "zoe@exemple.fr"));
        transaction.executeWithoutResult(status -> {
            jobs.executeJob(jobsOf(only()).get(0).getId());
            status.setRollbackOnly();
        });
        assertThat(jobsOf(only())).hasSize(1);

        runDueJobs();

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(only().possiblyTwice()).isFalse();
        assertThat(jobsOf(only())).isEmpty();
    }

    @Test
    @DisplayName("COMM-08 a letter is left inside a transaction, with a template that exists")
    void misuse() {
        assertThatThrownBy(() -> outbox.queue(letter("résolu", "zoe@exemple.fr")))
                .isInstanceOf(IllegalTransactionStateException.class);
        for (String unknown :
                List.of("partners/nothing", "../application", "layout", "partners/../partners/resolved")) {
            var letter = new Letter(reference, unknown, "zoe@exemple.fr", Map.of(), reference);
            assertThatThrownBy(() -> queue(letter)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @DisplayName("COMM-08 a secret is made anew at each attempt and never stored, neither by us nor by the engine")
    void secrets() throws Exception {
        // a word that no other test types
        String secret = "jeton-" + UUID.randomUUID() + "-";
        List<String> revealed = new ArrayList<>();
        beans.registerSingleton("testSecrets", new MailSecrets() {
            @Override
            public boolean supports(String template) {
                return template.equals("test/secret");
            }

            @Override
            public Map<String, Object> reveal(String template, Map<String, Object> model) {
                assertThat(model).containsEntry("account", "42");
                revealed.add("/lien/" + secret + System.nanoTime());
                return Map.of("link", revealed.get(revealed.size() - 1));
            }
        });
        try {
            queue(new Letter(
                    reference,
                    "test/secret",
                    "zoe@exemple.fr",
                    Map.of("account", "42", "firstName", "Zoé", "lastName", "MARTIN"),
                    reference));
            sendTo(closedPort());
            runDueJobs();
            assertNowhere(secret);

            later(java.time.Duration.ofMinutes(2));
            GreenMail server = server(0);
            runDueJobs();

            assertThat(revealed).hasSize(2).doesNotHaveDuplicates();
            assertThat(MailRenderingTest.parts(server.getReceivedMessages()[0]))
                    .allSatisfy(
                            (type, content) -> assertThat(content).contains("http://localhost:8080" + revealed.get(1)));
            assertNowhere(secret);
        } finally {
            beans.destroySingleton("testSecrets");
        }
    }

    @Test
    @DisplayName("COMM-04 the engine keeps no personal data of a mail: no variable, no address in a failed job")
    void nothingInTheEngine() {
        queue(letter("résolu", "zoe.martin@exemple.fr"));
        try (var refusing = ScriptedServer.answering("RCPT", "450 4.2.1 <zoe.martin@exemple.fr> mailbox full")) {
            sendTo(refusing.port());
            runDueJobs();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
        assertThat(only().reason()).contains("zoe.martin@exemple.fr");

        var job = jobsOf(only()).get(0);
        assertThat(job.getExceptionMessage()).contains("Courriel " + only().id());
        assertThat(job.getExceptionMessage() + jobs.getJobExceptionStacktrace(job.getId()))
                .doesNotContain("zoe.martin", "LÈGRE");
        String instance = job.getProcessInstanceId();
        assertThat(runtime.createVariableInstanceQuery()
                        .processInstanceIdIn(instance)
                        .count())
                .isZero();
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isZero();
        history.createHistoricJobLogQuery()
                .jobId(job.getId())
                .failureLog()
                .list()
                .forEach(log -> assertThat(log.getJobExceptionMessage()
                                + history.getHistoricJobLogExceptionStacktrace(log.getId()))
                        .doesNotContain("zoe.martin", "LÈGRE"));
    }

    private long instances() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("send-mail")
                .count();
    }
}
