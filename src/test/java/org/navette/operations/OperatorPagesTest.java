package org.navette.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NavetteTest
@DisplayName("Health and measures")
class OperatorPagesTest {

    private static final String TOKEN = "jeton des tests";

    @LocalServerPort
    int port;

    @Autowired
    PartnerWorld world;

    @Test
    @DisplayName("COMM-16 a proxy learns without a token whether the node lives and is ready, and nothing else")
    void proxies() {
        for (String group : new String[] {"liveness", "readiness"}) {
            var answer = get("/actuator/health/" + group, null);
            assertThat(answer.statusCode()).as(group).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
        }
    }

    @Test
    @DisplayName("COMM-16 measures and details of health open with the operators' token only")
    void token() {
        for (String path : new String[] {"", "/health", "/health/db", "/health/readiness/db", "/prometheus", "/env"}) {
            for (String sent : new String[] {null, "", "Bearer ", "Bearer autre", "Basic " + TOKEN}) {
                assertThat(get("/actuator" + path, sent).statusCode())
                        .as(path + " " + sent)
                        .isEqualTo(401);
            }
        }
        var full = get("/actuator/health", "Bearer " + TOKEN);
        assertThat(full.statusCode()).isEqualTo(200);
        assertThat(full.body()).contains("\"db\"", "\"mail\"", "\"diskSpace\"", "\"processEngine\"");
        assertThat(get("/actuator/env", "Bearer " + TOKEN).statusCode()).isIn(401, 403, 404);
    }

    @Test
    @DisplayName("COMM-16 Prometheus reads open requests by espace, jobs due, incidents and mails that wait")
    void prometheus() {
        world.deposit(world.desk("331"), "partners.case-review");
        var measures = get("/actuator/prometheus", "Bearer " + TOKEN);
        assertThat(measures.statusCode()).isEqualTo(200);
        assertThat(measures.body())
                .containsPattern("navette_requests_open\\{.*espace=\"partners\".*} [1-9]")
                .containsPattern("navette_jobs_due(\\{.*})? \\d")
                .containsPattern("navette_incidents(\\{.*})? \\d")
                .containsPattern("navette_mails_waiting(\\{.*})? \\d")
                .contains("http_server_requests_seconds", "hikaricp_connections_active", "jvm_memory_used_bytes");
    }

    private HttpResponse<String> get(String path, @Nullable String authorization) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
