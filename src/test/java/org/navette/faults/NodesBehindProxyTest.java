package org.navette.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.navette.Browser;
import org.navette.InstalledProgram;
import org.navette.nodes.DatabaseServer;
import org.navette.nodes.ReverseProxy;
import org.navette.nodes.Site;
import org.navette.partners.PartnerWorld;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Two nodes in the production profile behind the proxy of docker-compose.yml")
class NodesBehindProxyTest {

    private static final String ORGANISM = "331";

    private Site site;
    private ReverseProxy proxy;

    @BeforeAll
    void serve(@TempDir Path folder) throws Exception {
        InstalledProgram.require("haproxy", "haproxy");
        site = new Site(folder, "behind-proxy");
        proxy = site.proxy();
    }

    @AfterAll
    void end() throws Exception {
        if (proxy != null) {
            proxy.close();
        }
        if (site != null) {
            site.close();
        }
    }

    @Test
    @DisplayName("COMM-15 a browser session survives the death of its node")
    void session() throws Exception {
        String login = site.technicians(ORGANISM, 1).get(0);
        Browser browser = new Browser(proxy.port());
        browser.follow(browser.signIn("/partenaires", login, PartnerWorld.PASSWORD));
        browser.get("/partenaires/organisme");
        browser.post("/partenaires/organisme", Map.of("organism", ORGANISM, "acknowledged", "true"));
        // both have served it by then
        browser.get("/partenaires/demandes");
        site.node(0).close();
        for (int i = 0; i < 4; i++) {
            var page = insist(browser, "/partenaires/demandes");
            assertThat(page.status()).as(page::text).isEqualTo(200);
        }
        site.restart(0).ready();
        seen();
    }

    @Test
    @DisplayName("COMM-16 a rolling restart under load loses no request, and nobody sees an error")
    void rollingRestart() throws Exception {
        seen();
        var ledger = new Ledger();
        try (var traffic = new Traffic(ORGANISM, ledger, proxy.port())
                .partners(site.technicians(ORGANISM, 3))
                .agents(site.agents(ORGANISM, 2))) {
            traffic.acknowledged(15);
            for (int i = 0; i < 2; i++) {
                site.node(i).stop();
                site.restart(i).ready();
                seen();
                traffic.acknowledged(ledger.acknowledged() + 10);
            }
        }
        assertThat(ledger.refusedAttempts()).as(ledger::toString).isZero();
        settled();
        var invariants = new Invariants(site.jdbc());
        assertThat(invariants.violations(ledger)).isEmpty();
        assertThat(invariants.mailViolations(site.mails().taken())).isEmpty();
    }

    @Test
    @DisplayName("COMM-15 a dump taken under load, restored into a new cluster, holds all that was confirmed before it")
    void backup(@TempDir Path folder) throws Exception {
        var dump = new Backup(folder);
        var ledger = new Ledger();
        List<String> violations;
        try (var traffic = new Traffic(ORGANISM, ledger, proxy.port())
                .partners(site.technicians(ORGANISM, 2))
                .agents(site.agents(ORGANISM, 1))) {
            traffic.acknowledged(15);
            // what is confirmed from now on may be in it or not
            var before = ledger.copy();
            dump.of(site.database().port());
            try (var other = new DatabaseServer(folder.resolve("restored"))) {
                dump.restore(other.port());
                violations = new Invariants(other.jdbc()).violations(before);
            }
        }
        assertThat(violations).isEmpty();
        Scene.report("backup", dump.toString());
    }

    @Test
    @DisplayName("COMM-20 without a node the proxy answers with a clear page in French")
    void nobody() throws Exception {
        List.of(0, 1).forEach(i -> {
            try {
                site.node(i).close();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        for (int i = 0; i < 2; i++) {
            var page = new Browser(proxy.port()).get("/partenaires/connexion");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.heading()).isEqualTo("Service momentanément indisponible");
        }
        site.restart(0);
        site.restart(1).ready();
        site.node(0).ready();
        seen();
    }

    /** The proxy breaks what was under way on a node that died; people load the page again. */
    private static Browser.Page insist(Browser browser, String path) throws InterruptedException {
        var page = browser.get(path);
        for (int i = 0; i < 5 && page.status() >= 502; i++) {
            TimeUnit.SECONDS.sleep(1);
            page = browser.get(path);
        }
        return page;
    }

    /** Waits until the proxy has seen both nodes well. */
    private static void seen() throws InterruptedException {
        TimeUnit.SECONDS.sleep(4);
    }

    private void settled() throws InterruptedException {
        var invariants = new Invariants(site.jdbc());
        for (int i = 0; i < 300 && invariants.unsent() > 0; i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
