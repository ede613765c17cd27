package org.navette.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.navette.Browser;
import org.navette.partners.PartnerWorld;

@Faults
@DisplayName("A disk without room")
class FullDiskTest {

    private static final String FORM = "/partenaires/demandes/nouvelle/partners.case-review";
    private static final byte[] FILE =
            "nom;date\nTUTU;2026-01-01\n".repeat(40_000).getBytes(StandardCharsets.UTF_8);

    private SmallDisk ofDatabase;
    private SmallDisk ofUploads;
    private Scene scene;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        ofDatabase = new SmallDisk(folder.resolve("database"), 600);
        ofUploads = new SmallDisk(folder.resolve("uploads"), 8);
        scene = new Scene(
                ofDatabase.folder(),
                "disk",
                "--server.tomcat.basedir=" + ofUploads.folder(),
                "--navette.files.forgotten-after=5s");
    }

    @AfterAll
    void close() throws Exception {
        if (scene != null) {
            scene.close();
        }
        for (SmallDisk disk : new SmallDisk[] {ofUploads, ofDatabase}) {
            if (disk != null) {
                disk.close();
            }
        }
    }

    @Test
    @Order(1)
    @DisplayName("COMM-20 no room for uploads: a clear message, no half file, and uploads again when there is room")
    void uploads() throws Exception {
        Browser browser = new Browser(scene.site().port(0));
        browser.follow(browser.signIn(
                "/partenaires", scene.site().technicians("331", 1).get(0), PartnerWorld.PASSWORD));
        browser.get("/partenaires/organisme");
        browser.post("/partenaires/organisme", Map.of("organism", "331", "acknowledged", "true"));
        browser.get(FORM);
        assertThat(upload(browser).status()).isEqualTo(201);

        ofUploads.fill();
        var refused = upload(browser);
        assertThat(refused.status()).as(refused.body()).isEqualTo(503);
        assertThat(refused.body()).contains("Service momentanément indisponible");
        assertThat(scene.invariants().violations()).isEmpty();

        ofUploads.free();
        assertThat(upload(browser).status()).isEqualTo(201);
        Scene.until("files of uploads are gone", Duration.ofSeconds(30), () -> leftOver()
                .isEmpty());
    }

    private static Browser.Page upload(Browser browser) {
        return browser.upload(FORM + "/fichiers/" + UUID.randomUUID(), "file", "compte.csv", "text/csv", FILE);
    }

    private List<Path> leftOver() {
        try (Stream<Path> files = Files.walk(ofUploads.folder())) {
            return files.filter(file -> file.toString().endsWith(".tmp")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Order(2)
    @DisplayName("COMM-20 no room for PostgreSQL: people are told, no request is half there, and all goes on with room")
    void database() throws Exception {
        var ledger = new Ledger();
        try (var traffic = scene.traffic(ledger)) {
            traffic.acknowledged(20);
            ofDatabase.fill();
            int told = ledger.refusedAttempts();
            Scene.until("people are told", Duration.ofMinutes(2), () -> ledger.refusedAttempts() > told + 5);
            TimeUnit.SECONDS.sleep(10);
            ofDatabase.free();
            if (!scene.site().database().runs()) {
                // it stopped itself rather than write half a page; the compose file restarts it
                Scene.report("PostgreSQL without room", "it stopped, and was started");
                scene.site().database().start();
            }
            traffic.acknowledged(ledger.acknowledged() + 10);
        }
        scene.verdict("disk of PostgreSQL full", ledger);
    }
}
