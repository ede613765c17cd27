package org.navette.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.AtOnce;

@DisplayName("PROC-08 A remote register of companies")
class HttpCompanyRegisterTest {

    private static final String SIRET = "99970000800017";
    private static final String GOOD =
            """
            {"siret": "99970000800017", "companyName": "Optique Garnier-Noël", "headOffice": true, "name": null,
             "address": {"line1": "12 quai de l’Écluse", "postcode": "75 010", "city": "Paris"},
             "email": "contact@garnier.example", "phone": "+33 1 99 00 12 34", "openedOn": "2019-04-01",
             "somethingElse": [1, 2]}""";

    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private HttpServer server;

    /** How the stub answers. */
    private interface Answer {
        void write(com.sun.net.httpserver.HttpExchange exchange) throws IOException, InterruptedException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answering(Answer answer) {
        server.createContext("/api/establishments/" + SIRET, exchange -> {
            try (exchange) {
                answer.write(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void answering(int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        answering(exchange -> {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    private HttpCompanyRegister register(int millis) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api");
        return new HttpCompanyRegister(url, "jeton", Duration.ofMillis(millis), meters);
    }

    private double count(String outcome) {
        return meters.counter(HttpCompanyRegister.METER, "outcome", outcome).count();
    }

    private void unknown(String outcome, int millis) {
        assertThat(register(millis).find(SIRET)).isEmpty();
        assertThat(count(outcome)).isEqualTo(1);
    }

    @Test
    @DisplayName("PROC-08 gives what it knows, asked with its token")
    void found() {
        List<String> tokens = new java.util.concurrent.CopyOnWriteArrayList<>();
        answering(exchange -> {
            tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        });
        assertThat(register(5_000).find(SIRET))
                .contains(new Suggestion(
                        "999700008",
                        "Optique Garnier-Noël",
                        SIRET,
                        true,
                        "",
                        new Establishment.Address("12 quai de l’Écluse", "", "75010", "Paris"),
                        "contact@garnier.example",
                        "0199001234",
                        LocalDate.of(2019, 4, 1),
                        false));
        assertThat(tokens).containsExactly("Bearer jeton");
        assertThat(count("found")).isEqualTo(1);
    }

    @Test
    @DisplayName("PROC-08 that says 404 does not know it")
    void notFound() {
        answering(404, "");
        unknown("unknown", 5_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 401, 302, 204, 503})
    @DisplayName("PROC-08 that answers another status is as if it did not know")
    void otherStatus(int status) {
        answering(status, "");
        unknown("failed", 5_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "",
                "null",
                "[]",
                "\"99970000800017\"",
                "{}",
                "{\"siret\": \"99970000800017\"}",
                "{\"siret\": \"99970001600010\", \"companyName\": \"Une autre\"}",
                "{\"siret\": \"99970000800017\", \"companyName\": {\"a\": 1}}",
                "{\"siret\": \"99970000800017\", \"companyName\": \"a\\u0000b\"}",
                "{\"siret\": \"99970000800017\", \"companyName\": \"x\", \"openedOn\": \"hier\"}",
                "{\"siret\": \"99970000800017\", \"companyName\": \"x\"",
            })
    @DisplayName("PROC-08 that answers garbage is as if it did not know")
    void garbage(String body) {
        answering(200, body);
        unknown("failed", 5_000);
    }

    @Test
    @DisplayName("PROC-08 whose postcode and phone are of no use gives the rest")
    void partly() {
        answering(
                200,
                "{\"siret\": \"" + SIRET + "\", \"companyName\": \"x\", \"phone\": \"12\", \"address\":"
                        + " {\"postcode\": \"B-1000\", \"city\": \"Bruxelles\"}}");
        Optional<Suggestion> found = register(5_000).find(SIRET);
        assertThat(found.orElseThrow().phone()).isEmpty();
        assertThat(found.orElseThrow().address()).isEqualTo(new Establishment.Address("", "", "", "Bruxelles"));
    }

    @Test
    @DisplayName("PROC-08 that is slow with its first byte is left after the time-out")
    void slow() {
        answering(exchange -> over.await());
        unknown("slow", 200);
    }

    @Test
    @DisplayName("PROC-08 that lets its answer drip is left after the time-out too")
    void dripping() {
        answering(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            over.await();
        });
        unknown("slow", 300);
    }

    @Test
    @DisplayName("PROC-08 that answers without end is left when an answer is too long")
    void endless() {
        answering(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            byte[] block = new byte[64 * 1024];
            while (over.getCount() > 0) {
                out.write(block);
            }
        });
        unknown("failed", 5_000);
    }

    @Test
    @DisplayName("PROC-08 that is not there is as if it did not know")
    void notThere() {
        server.stop(0);
        unknown("failed", 5_000);
    }

    @Test
    @DisplayName("PROC-08 that hangs holds eight threads at most, others go on at once")
    void manyAtOnce() {
        answering(exchange -> over.await());
        HttpCompanyRegister register = register(1_500);
        AtOnce.call(java.util.Collections.nCopies(12, () -> register.find(SIRET)));
        assertThat(count("slow")).isEqualTo(8);
        assertThat(count("busy")).isEqualTo(4);
    }
}
