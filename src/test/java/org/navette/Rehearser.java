package org.navette;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.navette.engine.Identity;
import org.navette.engine.IdentityData;
import org.springframework.context.ApplicationContext;

/**
 * A process owner who rehearses and applies packages, by the calls for scripts. What was applied is taken back by
 * {@link #close}: instances return to their version, deployments go.
 */
public final class Rehearser implements AutoCloseable {

    public static final String LOGIN = "owner.of.rehearsals";
    public static final String PASSWORD = "une phrase pour les répétitions";
    private static final String CALLS = "/agents/modeles/repetitions";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final int port;
    private final String address = "198.18." + ThreadLocalRandom.current().nextInt(256) + "."
            + ThreadLocalRandom.current().nextInt(1, 255);

    public Rehearser(ApplicationContext application, int port) {
        this.repository = application.getBean(RepositoryService.class);
        this.runtime = application.getBean(RuntimeService.class);
        this.jobs = application.getBean(ManagementService.class);
        this.port = port;
        application
                .getBean(Identity.class)
                .ensure(new IdentityData(
                        List.of(),
                        List.of(new IdentityData.User(
                                LOGIN, "Rémi", "Pilote", null, PASSWORD, List.of("process-owner")))));
    }

    /** An answer. */
    public record Answer(int status, String text, JsonNode json) {

        public String id() {
            return json.path("rehearsal").path("id").asText();
        }

        /** The report on the only changed diagram. */
        public JsonNode process() {
            return json.path("rehearsal").path("report").path("processes").path(0);
        }

        /** How many instances are told with this verdict at a place whose name holds this. */
        public long count(String place, String verdict) {
            long count = 0;
            for (JsonNode version : process().path("versions")) {
                for (JsonNode group : version.path("groups")) {
                    if (group.path("place").asText().contains(place)
                            && group.path("verdict").asText().equals(verdict)) {
                        count += group.path("count").asLong();
                    }
                }
            }
            return count;
        }
    }

    /** Rehearses files by their bare names. */
    public Answer rehearse(Map<String, String> files) {
        String boundary = "b" + UUID.randomUUID();
        var body = new StringBuilder();
        files.forEach((file, content) -> body.append("--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + file
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n"));
        body.append("--").append(boundary).append("--\r\n");
        return send(request(CALLS)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** Applies; moves running instances when told so. */
    public Answer apply(String rehearsal, boolean move) {
        return send(request(CALLS + "/" + rehearsal + "/application?move=" + move)
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** Goes back. */
    public Answer undo(String rehearsal) {
        return send(request(CALLS + "/" + rehearsal + "/retour").POST(HttpRequest.BodyPublishers.noBody()));
    }

    public Answer show(String rehearsal) {
        return send(request(CALLS + "/" + rehearsal).GET());
    }

    /** Runs the background work to its end. */
    public void finishMoves() {
        for (int i = 0; i < 500; i++) {
            var waiting =
                    jobs.createJobQuery().processDefinitionKey("model-change").list();
            if (waiting.isEmpty()) {
                return;
            }
            waiting.forEach(job -> jobs.executeJob(job.getId()));
        }
        throw new AssertionError("the moves do not end");
    }

    /** What somebody else with a password is answered. */
    public int asked(String login, String password) {
        return send(request(CALLS + "/" + UUID.randomUUID(), login, password).GET())
                .status();
    }

    private HttpRequest.Builder request(String path) {
        return request(path, LOGIN, PASSWORD);
    }

    private HttpRequest.Builder request(String path, String login, String password) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "application/json")
                // failures of other tests from this machine's address are not held against this one
                .header("X-Forwarded-For", address)
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8)));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(answer.statusCode(), answer.body(), json.readTree(answer.body()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes back what was applied, so that the database that all tests share is left as it was found. */
    @Override
    public void close() {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("model-change")
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "taken back"));
        repository
                .createDeploymentQuery()
                .deploymentSource("navette.modeles")
                .orderByDeploymentTime()
                .desc()
                .list()
                .forEach(deployment -> {
                    repository
                            .createProcessDefinitionQuery()
                            .deploymentId(deployment.getId())
                            .list()
                            .forEach(this::sendBack);
                    repository.deleteDeployment(deployment.getId(), true);
                });
    }

    private void sendBack(ProcessDefinition definition) {
        ProcessDefinition first = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(definition.getKey())
                .orderByProcessDefinitionVersion()
                .asc()
                .listPage(0, 1)
                .get(0);
        if (first.getId().equals(definition.getId())) {
            return;
        }
        var plan = runtime.createMigrationPlan(definition.getId(), first.getId())
                .mapEqualActivities()
                .build();
        for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                .processDefinitionId(definition.getId())
                .list()) {
            try {
                runtime.newMigration(plan).processInstanceIds(instance.getId()).execute();
            } catch (RuntimeException e) {
                // it goes with its deployment
                continue;
            }
        }
    }
}
