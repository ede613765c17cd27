package org.navette.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.navette.Browser;
import org.navette.nodes.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two nodes with people at work on them, whatever happens, and a verdict at the end. */
final class Scene implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Scene.class);
    private static final String ORGANISM = "331";

    private final Site site;
    private final Invariants invariants;
    private final List<String> partners;
    private final List<String> agents;

    Scene(Path folder, String name, String... settings) throws IOException, InterruptedException {
        site = new Site(folder, name, settings);
        invariants = new Invariants(site.jdbc());
        partners = site.technicians(ORGANISM, 3);
        agents = site.agents(ORGANISM, 2);
    }

    Site site() {
        return site;
    }

    Invariants invariants() {
        return invariants;
    }

    /** One partner and one agent begin to work. */
    Traffic littleTraffic(Ledger ledger) {
        return new Traffic(ORGANISM, ledger, site.port(0), site.port(1))
                .partners(partners.subList(0, 1))
                .agents(agents.subList(0, 1));
    }

    /** People begin to work on both nodes. */
    Traffic traffic(Ledger ledger) {
        return new Traffic(ORGANISM, ledger, site.port(0), site.port(1))
                .partners(partners)
                .agents(agents);
    }

    /** Waits until a node answers a page again that reads the database, and tells how long it took. */
    Duration untilServed(int node, Duration longest) throws InterruptedException {
        return until("pages of node " + node, longest, () -> {
            try {
                return new Browser(site.port(node))
                                        .get("/partenaires/connexion")
                                        .status()
                                == 200
                        && new Browser(site.port(node))
                                        .get("/actuator/health/readiness")
                                        .status()
                                == 200;
            } catch (java.io.UncheckedIOException e) {
                return false;
            }
        });
    }

    /** What may become true. */
    interface Condition {
        boolean holds();
    }

    /** Waits for something, at most so long, and tells how long it took. */
    static Duration until(String what, Duration longest, Condition condition) throws InterruptedException {
        long start = System.nanoTime();
        while (!condition.holds()) {
            Duration passed = Duration.ofNanos(System.nanoTime() - start);
            assertThat(passed).as(what).isLessThan(longest);
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Waits until mails have left, then holds everything against the ledger. */
    void verdict(String fault, Ledger ledger) throws InterruptedException {
        // a mail whose attempt failed waits for a minute, then five
        until("mails have left", Duration.ofMinutes(8), () -> invariants.unsent() == 0);
        assertThat(invariants.violations(ledger)).as(ledger::toString).isEmpty();
        assertThat(invariants.mailViolations(site.mails().taken())).isEmpty();
        report(fault, ledger.toString());
    }

    static void report(String fault, String figures) {
        LOG.info("FAULT {}: {}", fault, figures);
    }

    @Override
    public void close() throws Exception {
        site.close();
    }
}
