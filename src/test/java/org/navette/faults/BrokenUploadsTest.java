package org.navette.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
@DisplayName("Uploads that never end well")
class BrokenUploadsTest {

    private static final String FORM = "/partenaires/demandes/nouvelle/partners.case-review";
    private static final int SLOW = 60;

    private Path temporary;
    private Scene scene;
    private Browser browser;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        temporary = Files.createDirectory(folder.resolve("uploads"));
        scene = new Scene(folder, "uploads", "--server.tomcat.basedir=" + temporary);
        browser = new Browser(scene.site().port(0));
        browser.follow(browser.signIn(
                "/partenaires", scene.site().technicians("331", 1).get(0), PartnerWorld.PASSWORD));
        browser.get("/partenaires/organisme");
        browser.post("/partenaires/organisme", Map.of("organism", "331", "acknowledged", "true"));
        browser.get(FORM);
    }

    @AfterAll
    void close() throws Exception {
        scene.close();
    }

    @Test
    @Order(1)
    @DisplayName("COMM-07 an upload that is cut in the middle leaves no file, stored or temporary")
    void cut() throws Exception {
        for (int i = 0; i < 10; i++) {
            begin(2_000_000).close();
        }
        cleared();
    }

    @Test
    @Order(2)
    @DisplayName("COMM-07 uploads that fall silent are given up: threads are free again, nothing is left")
    void silent() throws Exception {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < SLOW; i++) {
            slow.add(begin(200_000));
        }
        assertThat(browser.get(FORM).status()).as("others are served meanwhile").isEqualTo(200);
        for (Socket socket : slow) {
            socket.setSoTimeout((int) Duration.ofMinutes(2).toMillis());
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).as("refused, or hung up").matches("(?s)|HTTP/1.1 4.*");
            socket.close();
        }
        cleared();
    }

    @Test
    @Order(3)
    @DisplayName("COMM-07 an upload of more parts than a form has is refused with a sentence")
    void parts() throws Exception {
        String boundary = "navette";
        var body = new StringBuilder();
        for (int i = 0; i < 61; i++) {
            body.append("--%s\r\nContent-Disposition: form-data; name=\"f%d\"; filename=\"%d.csv\"\r\n\r\na;b\r\n"
                    .formatted(boundary, i, i));
        }
        body.append("--").append(boundary).append("--\r\n");
        var refused = browser.postBody(
                FORM + "/fichiers/" + UUID.randomUUID(),
                "multipart/form-data; boundary=" + boundary,
                body.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(refused.status()).isBetween(400, 499);
        assertThat(refused.body()).contains("message");
        cleared();
    }

    /** Half an upload over a bare connection. */
    private Socket begin(int bytes) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), scene.site().port(0));
        String head = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n";
        socket.getOutputStream()
                .write(("POST " + FORM + "/fichiers/" + UUID.randomUUID()
                                + " HTTP/1.1\r\nHost: localhost\r\nCookie: NAVETTE="
                                + browser.cookie("NAVETTE") + "\r\nX-NAVETTE-CSRF: " + browser.csrf()
                                + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: " + 2 * bytes
                                + "\r\n\r\n" + head + "a;b\n".repeat(bytes / 4))
                        .getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    private void cleared() throws Exception {
        Scene.until("temporary files are gone", Duration.ofMinutes(2), () -> {
            try (Stream<Path> files = Files.walk(temporary)) {
                return files.noneMatch(file -> file.toString().endsWith(".tmp"));
            } catch (IOException | java.io.UncheckedIOException e) {
                // one vanished while it was looked at
                return false;
            }
        });
        assertThat(scene.invariants().violations()).isEmpty();
    }
}
