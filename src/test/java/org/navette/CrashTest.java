package org.navette;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@DisplayName("A crash of the application")
class CrashTest {

    private static final String DEPOSIT = "/partenaires/demandes/nouvelle/partners.case-review";
    private static final String ANSWERS =
            """
            {"reason": "c2s-study", "title": "MRS", "lastName": "TUTU", "firstName": "Joséphine",
             "birthDate": "1971-10-10", "birthPlace": "44", "phone": "07.00.00.00.00", "comment": "Avant la panne"}""";
    private static final String OF_A_DEMAND = "from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_"
            + " where d.key_ = 'partner-request' and e.parent_id_ is null";

    private static final Path LOG = Path.of("target/crash-test.log");

    @TempDir
    Path data;

    private final Queue<String> confirmed = new ConcurrentLinkedQueue<>();
    private final CountDownLatch enough = new CountDownLatch(10);

    @Test
    @DisplayName("COMM-15 loses no confirmed deposit and doubles none, and the same command starts it again")
    void killed() throws Exception {
        int port = JavaProcess.freePort();
        Files.deleteIfExists(LOG);
        Process application = start(port);
        try {
            List<Depositor> depositors = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                depositors.add(new Depositor(port));
            }
            depositors.forEach(Thread::start);
            assertThat(enough.await(120, TimeUnit.SECONDS)).isTrue();
            ProcessHandle database = database();
            JavaProcess.kill(application);
            for (Depositor depositor : depositors) {
                depositor.join();
            }
            assertThat(database.isAlive())
                    .as("the database server outlives the application, or this test tests little")
                    .isTrue();

            application = start(port);
            assertThat(database.isAlive()).isFalse();
            JdbcClient jdbc = jdbc();
            assertThat(jdbc.sql("show synchronous_commit").query(String.class).single())
                    .as("what is confirmed is on the disk")
                    .isEqualTo("on");
            nothingLost(jdbc);
            nothingTorn(jdbc);
            retried(depositors, jdbc);

            ProcessHandle second = database();
            application.destroy();
            assertThat(application.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(second.isAlive())
                    .as("a normal end ends the database server too")
                    .isFalse();
        } finally {
            JavaProcess.kill(application);
            stopDatabase();
        }
    }

    private void nothingLost(JdbcClient jdbc) {
        assertThat(confirmed).hasSizeGreaterThanOrEqualTo(10).doesNotHaveDuplicates();
        for (String number : confirmed) {
            assertThat(count(jdbc, "request where number = '" + number + "' and status_code = 'new'"))
                    .isEqualTo(1);
            assertThat(jdbc.sql("select count(*) " + OF_A_DEMAND + " and e.business_key_ = ?")
                            .param(number)
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
            assertThat(jdbc.sql("select answers ->> 'comment' from partner_request join request using (id)"
                                    + " where number = ?")
                            .param(number)
                            .query(String.class)
                            .single())
                    .isEqualTo("Avant la panne");
            assertThat(count(jdbc, "request_timeline join request on id = request_id where number = '" + number + "'"))
                    .isEqualTo(1);
        }
    }

    private static void nothingTorn(JdbcClient jdbc) {
        assertThat(count(
                        jdbc,
                        "request where espace = 'partners' and phase not in ('CLOSED', 'CANCELLED') and number not in (select"
                                + " e.business_key_ " + OF_A_DEMAND + ")"))
                .as("open requests without process")
                .isZero();
        assertThat(jdbc.sql("select count(*) " + OF_A_DEMAND
                                + " and e.business_key_ not in (select number from request where phase not in"
                                + " ('CLOSED', 'CANCELLED'))")
                        .query(Long.class)
                        .single())
                .as("processes without open request")
                .isZero();
        assertThat(count(
                        jdbc,
                        "request where id not in (select id from partner_request)"
                                + " and id not in (select id from procedure_request)"
                                + " and id not in (select id from funding_enrolment)"
                                + " and id not in (select id from procedure_responsible)"
                                + " and id not in (select id from funding_account_change)"
                                + " and id not in (select id from funding_support_request)"
                                + " and id not in (select id from funding_template)"
                                + " and id not in (select id from funding_request)"
                                + " and id not in (select id from funding_decision)"
                                + " and id not in (select id from funding_payment_run)"
                                + " and id not in (select id from membership)"
                                + " and id not in (select id from prior_agreement)"
                                + " and id not in (select id from reimbursement)"
                                + " and id not in (select id from provider_payment_run)"))
                .isZero();
        assertThat(count(jdbc, "request where id not in (select request_id from request_timeline)"))
                .isZero();
        assertThat(count(jdbc, "request_submission where request_id is null")).isZero();
        List<String> gaps = jdbc.sql(
                        "select c.scope || '/' || c.year from request_counter c where c.scope like 'partners:%'"
                                + " and (c.last <> (select"
                                + " count(*) from request r where r.number like lpad((c.year % 100)::text, 2, '0')"
                                + " || split_part(c.scope, ':', 2) || '%') or c.last <> (select max(right(r.number, 5)::int)"
                                + " from request r where r.number like lpad((c.year % 100)::text, 2, '0')"
                                + " || split_part(c.scope, ':', 2) || '%'))")
                .query(String.class)
                .list();
        assertThat(gaps).as("numbers without gap").isEmpty();
    }

    /** The people whose answer was lost send their form again, with the session that they had. */
    private void retried(List<Depositor> depositors, JdbcClient jdbc) {
        long before = count(jdbc, "request");
        for (Depositor depositor : depositors) {
            boolean known = count(jdbc, "request_submission where key = '" + depositor.key + "'") == 1;
            String number = depositor.deposit();
            assertThat(number).isNotIn(confirmed);
            before += known ? 0 : 1;
            assertThat(count(jdbc, "request_submission where key = '" + depositor.key + "'"))
                    .isEqualTo(1);
            assertThat(count(jdbc, "request")).isEqualTo(before);
        }
        nothingTorn(jdbc);
    }

    /** Deposits one request after the other until the application is gone. */
    private final class Depositor extends Thread {

        private final Browser browser;
        private UUID key = UUID.randomUUID();

        private Depositor(int port) {
            browser = new Browser(port);
            browser.follow(browser.signIn("/partenaires", "claire.vasseur@relais.example", "navette de demonstration"));
            browser.get("/partenaires/organisme");
            browser.post("/partenaires/organisme", Map.of("organism", "331", "acknowledged", "true"));
            browser.get(DEPOSIT);
        }

        @Override
        public void run() {
            try {
                while (true) {
                    confirmed.add(deposit());
                    enough.countDown();
                    key = UUID.randomUUID();
                }
            } catch (UncheckedIOException e) {
                // the application is gone; the last form stays unanswered
            }
        }

        private String deposit() {
            var answer = browser.post(
                    DEPOSIT, Map.of("submission", key.toString(), "answers", ANSWERS, "form", "", "files", ""));
            assertThat(answer.location()).as(answer::text).matches("/partenaires/demandes/\\d{10}/confirmation");
            return Objects.requireNonNull(answer.location()).split("/")[3];
        }
    }

    private Process start(int port) throws IOException, InterruptedException {
        Process application = JavaProcess.of(
                        false, "org.navette.Navette", List.of("--navette.local.data=" + data, "--server.port=" + port))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                .start();
        Browser browser = new Browser(port);
        for (int i = 0; i < 1200 && application.isAlive(); i++) {
            try {
                if (browser.get("/actuator/health/readiness").status() == 200) {
                    return application;
                }
            } catch (UncheckedIOException e) {
                // not yet
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
        JavaProcess.kill(application);
        throw new AssertionError("the application did not start, see " + LOG.toAbsolutePath());
    }

    private List<String> pidFile() throws IOException {
        return Files.readAllLines(data.resolve("postgres/postmaster.pid"));
    }

    private ProcessHandle database() throws IOException {
        return ProcessHandle.of(Long.parseLong(pidFile().get(0).strip())).orElseThrow();
    }

    private JdbcClient jdbc() throws IOException {
        return JdbcClient.create(new DriverManagerDataSource(
                "jdbc:postgresql://localhost:" + pidFile().get(3).strip() + "/postgres", "postgres", ""));
    }

    private void stopDatabase() throws IOException {
        if (Files.exists(data.resolve("postgres/postmaster.pid"))) {
            ProcessHandle server = database();
            server.destroyForcibly();
            server.onExit().join();
        }
    }

    private static long count(JdbcClient jdbc, String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Long.class).single();
    }
}
