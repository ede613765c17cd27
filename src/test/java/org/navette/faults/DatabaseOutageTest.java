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
import org.navette.Browser;

@Faults
@DisplayName("A database in trouble")
class DatabaseOutageTest {

    private static final Duration SOON = Duration.ofSeconds(15);

    private Scene scene;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        scene = new Scene(folder, "outage");
    }

    @AfterAll
    void close() throws Exception {
        scene.close();
    }

    private interface Trouble {
        void happen() throws Exception;
    }

    /** People work, trouble comes and goes, pages and jobs are back in time, nothing is lost. */
    private void outage(String fault, Trouble comes, Trouble during, Trouble goes, Duration longest) throws Exception {
        var ledger = new Ledger();
        Duration pages;
        Duration jobs;
        try (var traffic = scene.traffic(ledger)) {
            traffic.acknowledged(20);
            comes.happen();
            during.happen();
            goes.happen();
            long back = System.nanoTime();
            scene.untilServed(0, Duration.ofMinutes(2));
            scene.untilServed(1, Duration.ofMinutes(2));
            pages = Duration.ofNanos(System.nanoTime() - back);
            int mails = scene.site().mails().taken().size();
            traffic.acknowledged(ledger.acknowledged() + 1);
            Scene.until(
                    "mails again",
                    Duration.ofMinutes(3),
                    () -> scene.site().mails().taken().size() > mails);
            jobs = Duration.ofNanos(System.nanoTime() - back);
            traffic.acknowledged(ledger.acknowledged() + 10);
        }
        Scene.report(fault, "pages back after " + pages.toMillis() + " ms, jobs after " + jobs.toMillis() + " ms");
        scene.verdict(fault, ledger);
        assertThat(pages).as("pages").isLessThan(longest);
        assertThat(jobs).as("jobs").isLessThan(longest);
    }

    private void clearPage() {
        for (int node = 0; node < 2; node++) {
            var page = new Browser(scene.site().port(node)).get("/partenaires/connexion");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.heading()).isEqualTo("Service momentanément indisponible");
        }
    }

    @Test
    @Order(1)
    @DisplayName("COMM-20 PostgreSQL killed and started again: pages and jobs are back within 15 seconds")
    void killed() throws Exception {
        outage(
                "PostgreSQL killed",
                () -> scene.site().database().kill(),
                () -> {},
                () -> scene.site().database().start(),
                SOON);
    }

    @Test
    @Order(2)
    @DisplayName("COMM-20 PostgreSQL stopped for two minutes: a clear page meanwhile, all back within 15 seconds")
    void stopped() throws Exception {
        outage(
                "PostgreSQL stopped for two minutes",
                () -> scene.site().database().stop(),
                () -> {
                    clearPage();
                    TimeUnit.SECONDS.sleep(120);
                    clearPage();
                },
                () -> scene.site().database().start(),
                SOON);
    }

    @Test
    @Order(3)
    @DisplayName(
            "COMM-20 the network to PostgreSQL silent for ten seconds, its connections never closed: back within 45")
    void silent() throws Exception {
        outage(
                "network to PostgreSQL silent for 10 s",
                () -> scene.site().link().freeze(),
                () -> TimeUnit.SECONDS.sleep(10),
                () -> scene.site().link().thaw(),
                Duration.ofSeconds(45));
    }

    @Test
    @Order(4)
    @DisplayName("COMM-20 every reply of the database 200 ms late: slower, and no error")
    void late() throws Exception {
        var ledger = new Ledger();
        scene.site().link().delay(Duration.ofMillis(200));
        try (var traffic = scene.littleTraffic(ledger)) {
            traffic.acknowledged(15);
        } finally {
            scene.site().link().delay(Duration.ZERO);
        }
        assertThat(ledger.refusedAttempts()).as(ledger::toString).isZero();
        scene.verdict("replies of the database 200 ms late", ledger);
    }
}
