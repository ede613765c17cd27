package org.navette.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Faults
@DisplayName("Nodes that die or freeze")
class KilledNodesTest {

    private static final int KILLS = Integer.getInteger("faults.kills", 100);
    private static final int TIMERS = 10_000;
    private static final Duration LOCK = Duration.ofSeconds(60);

    private Scene scene;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        scene = new Scene(folder, "killed");
    }

    @AfterAll
    void close() throws Exception {
        scene.close();
    }

    @Test
    @Order(1)
    @DisplayName("COMM-20 a node killed at random moments, again and again, loses and doubles nothing")
    void killed() throws Exception {
        var ledger = new Ledger();
        var chance = new Random(20);
        try (var traffic = scene.traffic(ledger)) {
            for (int kill = 0; kill < KILLS; kill++) {
                int node = kill % 2;
                TimeUnit.MILLISECONDS.sleep(500 + chance.nextInt(3000));
                scene.site().node(node).close();
                traffic.acknowledged(ledger.acknowledged() + 1);
                scene.site().restart(node).ready();
            }
        }
        scene.verdict(KILLS + " kills", ledger);
    }

    @Test
    @Order(2)
    @DisplayName("COMM-19 what a dead node held is done by the other within the lock time and ten seconds, each once")
    void heldJobs() throws Exception {
        var timers = new ManyTimers(scene.site().jdbc());
        timers.copy(
                scene.site().node(0).ask("resolved 1"), TIMERS, Instant.now().plusSeconds(5));
        Duration half = Scene.until("half of the timers", Duration.ofMinutes(5), () -> timers.waiting() < TIMERS / 2);
        scene.site().node(0).close();
        List<String> held = timers.held();
        Duration heldTook = Scene.until("what was held", Duration.ofMinutes(5), () -> timers.left(held) == 0);
        Scene.until("all timers", Duration.ofMinutes(5), () -> timers.waiting() == 0);
        assertThat(timers.endedOnce()).isEqualTo(TIMERS);
        assertThat(scene.invariants().violations()).isEmpty();
        Scene.report(
                "a node killed amid " + TIMERS + " due timers",
                "half of them after " + half.toSeconds() + " s; " + held.size() + " held at its death, done "
                        + heldTook.toSeconds() + " s later");
        assertThat(heldTook).isLessThan(LOCK.plusSeconds(10));
        scene.site().restart(0).ready();
    }

    @Test
    @Order(3)
    @DisplayName("COMM-08 a node frozen for twice the lock time doubles no mail and no number when it goes on")
    void frozen() throws Exception {
        var ledger = new Ledger();
        try (var traffic = scene.traffic(ledger)) {
            traffic.acknowledged(20);
            scene.site().node(0).freeze();
            TimeUnit.MILLISECONDS.sleep(LOCK.multipliedBy(2).toMillis());
            scene.site().node(0).resume();
            TimeUnit.SECONDS.sleep(5);
        }
        scene.verdict("node frozen for two minutes", ledger);
    }

    @Test
    @Order(4)
    @DisplayName("COMM-20 both nodes killed come back by the same command, without a manual step")
    void both() throws Exception {
        var ledger = new Ledger();
        try (var traffic = scene.traffic(ledger)) {
            traffic.acknowledged(20);
            scene.site().node(0).close();
            scene.site().node(1).close();
            scene.site().restart(0);
            scene.site().restart(1).ready();
            scene.site().node(0).ready();
            traffic.acknowledged(ledger.acknowledged() + 10);
        }
        scene.verdict("both nodes killed", ledger);
    }
}
