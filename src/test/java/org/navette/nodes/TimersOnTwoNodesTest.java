package org.navette.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.navette.JavaProcess;
import org.navette.TestCluster;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Timers, on two nodes at once and across restarts")
class TimersOnTwoNodesTest {

    private static final int REQUESTS = 24;
    private static final int DRAFTS = 4;

    @TempDir
    Path data;

    private final List<Node> nodes = new ArrayList<>();
    private final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private EmbeddedPostgres database;
    private JdbcClient jdbc;

    @BeforeEach
    void serve() throws IOException {
        database = TestCluster.start(Map.of("fsync", "off"));
        jdbc = JdbcClient.create(database.getPostgresDatabase());
        mails.start();
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        kill();
        mails.stop();
        database.close();
    }

    @Test
    @DisplayName(
            "PROC-13 PROC-05 three reminders, the end without follow-up and the end of drafts come once, each mail once")
    void silence() throws Exception {
        start("node-a", 0).ready();
        List<String> numbers =
                List.of(nodes.get(0).ask("corrections " + REQUESTS).split(" "));
        nodes.get(0).ask("drafts " + DRAFTS);
        settled("asked for corrections", "corrections", 0);
        kill();

        together(15);
        settled("after 15 days, while nobody was there", "reminded", 1);
        move(30);
        settled("after 30 days", "reminded", 2);
        int first = milestones(0);
        int second = milestones(1);
        kill();

        together(45);
        settled("after 45 days", "reminded", 3);
        move(60);
        settled("after 60 days", "abandoned", 3);
        assertThat(first + milestones(0)).as("what one node did").isPositive();
        assertThat(second + milestones(1)).as("what the other node did").isPositive();

        move(76);
        await("drafts warned of", () -> count("mail_outbox where template = 'companies/draft-warning'") == DRAFTS);
        move(92);
        await("drafts deleted", () -> count("procedure_draft") == 0);
        await("all mails sent", () -> count("mail_outbox where state <> 'SENT'") == 0);

        assertThat(count("act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_"
                        + " where e.business_key_ in (select number from request)"))
                .as("timers left")
                .isZero();
        assertThat(count("act_ru_incident")).isZero();
        numbers.forEach(this::toldInOrder);
        eachMailOnce();
    }

    private void toldInOrder(String number) {
        assertThat(jdbc.sql("select template from mail_outbox where reference = ? order by id")
                        .param(number)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "procedures/received",
                        "procedures/corrections",
                        "procedures/reminder",
                        "procedures/reminder",
                        "procedures/reminder",
                        "procedures/abandoned");
    }

    private void eachMailOnce() throws MessagingException {
        List<String> received = new ArrayList<>();
        for (MimeMessage mail : mails.getReceivedMessages()) {
            received.add(mail.getMessageID());
        }
        assertThat(received)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(jdbc.sql("select message_id from mail_outbox")
                        .query(String.class)
                        .list());
    }

    /** Every request has the status, that many reminders were written and every mail has left. */
    private void settled(String when, String status, int reminders) throws InterruptedException {
        await(
                when,
                () -> count("request where status_code = '" + status + "'") == REQUESTS
                        && count("mail_outbox where template = 'procedures/reminder'") == (long) REQUESTS * reminders
                        && count("mail_outbox where state <> 'SENT'") == 0);
    }

    private long count(String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Long.class).single();
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(String what, Condition condition) throws InterruptedException {
        for (int i = 0; i < 600 && !condition.holds(); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(condition.holds()).as(what).isTrue();
    }

    private void together(int days) throws Exception {
        start("node-a", days);
        start("node-b", days);
        for (Node node : nodes) {
            node.ready();
        }
    }

    private void move(int days) throws InterruptedException {
        for (Node node : nodes) {
            node.ask("ahead " + days);
        }
    }

    private int milestones(int node) throws InterruptedException {
        return Integer.parseInt(nodes.get(node).ask("milestones"));
    }

    private Node start(String name, int days) throws IOException {
        Node node = new Node(
                name,
                days,
                List.of(
                        "--spring.profiles.active=local",
                        "--spring.datasource.url=" + database.getJdbcUrl("postgres", "postgres"),
                        "--spring.datasource.username=postgres",
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + mails.getSmtp().getPort(),
                        "--navette.local.demo=false",
                        "--navette.admin.login=first.admin",
                        "--navette.admin.password=le mot de passe des tests",
                        "--navette.local.data=" + data,
                        "--server.port=" + JavaProcess.freePort(),
                        // so that both get a share of few jobs
                        "--camunda.bpm.job-execution.max-jobs-per-acquisition=2",
                        "--camunda.bpm.job-execution.wait-time-in-millis=50",
                        "--camunda.bpm.job-execution.max-wait=100",
                        "--camunda.bpm.job-execution.core-pool-size=1",
                        "--camunda.bpm.job-execution.max-pool-size=1"));
        nodes.add(node);
        return node;
    }

    /** Kills every node. */
    private void kill() throws InterruptedException {
        for (Node node : nodes) {
            node.close();
        }
        nodes.clear();
    }
}
