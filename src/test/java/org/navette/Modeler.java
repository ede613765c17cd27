package org.navette;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.navette.engine.Identity;
import org.navette.engine.IdentityData;
import org.springframework.context.ApplicationContext;

/**
 * A process owner at Camunda Modeler: deploys by its own REST call. What was deployed is taken back by {@link #close}, so
 * that the database that all tests share is left as it was found.
 */
public final class Modeler implements AutoCloseable {

    private static final String LOGIN = "owner.of.tests";
    private static final String PASSWORD = "une phrase pour Modeler";
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\",\"name\":\"essai\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Deque<String> deployed = new ArrayDeque<>();
    private final RepositoryService repository;
    private final int port;

    public Modeler(ApplicationContext application, int port) {
        this.repository = application.getBean(RepositoryService.class);
        this.port = port;
        application
                .getBean(Identity.class)
                .ensure(new IdentityData(
                        List.of(),
                        List.of(new IdentityData.User(
                                LOGIN, "Olga", "Pilote", null, PASSWORD, List.of("process-owner")))));
    }

    /** The text of a file of the repository, such as {@code dmn/partners/partner-offers.dmn}. */
    public static String shipped(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The shipped file with one text replaced; fails when it does not hold it. */
    public static String changed(String path, String before, String after) {
        String text = shipped(path);
        if (!text.contains(before)) {
            throw new AssertionError(path + " does not hold " + before);
        }
        int at = text.indexOf(before);
        return text.substring(0, at) + after + text.substring(at + before.length());
    }

    /** The shipped table with rows added at its end. */
    public static String withRows(String path, String rows) {
        return changed(path, "</decisionTable>", rows + "</decisionTable>");
    }

    /** A row of a table, its cells in FEEL in the order of the columns. */
    public static String row(String id, List<String> inputs, List<String> outputs) {
        var row = new StringBuilder("<rule id=\"" + id + "\">");
        for (int i = 0; i < inputs.size(); i++) {
            row.append(entry("inputEntry", id + "_In" + i, inputs.get(i)));
        }
        for (int i = 0; i < outputs.size(); i++) {
            row.append(entry("outputEntry", id + "_Out" + i, outputs.get(i)));
        }
        return row + "</rule>";
    }

    private static String entry(String kind, String id, String text) {
        return "<" + kind + " id=\"" + id + "\"><text>" + text + "</text></" + kind + ">";
    }

    /** Deploys files by their bare names; fails when they are refused. */
    public void deploy(Map<String, String> files) {
        HttpResponse<String> answer = send(files);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
    }

    /** Tries to deploy one file. */
    public HttpResponse<String> send(String file, String content) {
        return send(Map.of(file, content));
    }

    private HttpResponse<String> send(Map<String, String> files) {
        String boundary = "b" + UUID.randomUUID();
        var body = new StringBuilder(part(boundary, "deployment-name", "", "essai"))
                .append(part(boundary, "deployment-source", "", "Camunda Modeler"))
                .append(part(boundary, "deploy-changed-only", "", "true"));
        files.forEach((file, content) -> body.append(part(boundary, file, "; filename=\"" + file + "\"", content)));
        body.append("--").append(boundary).append("--\r\n");
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/engine-rest/deployment/create"))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((LOGIN + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            var id = ID.matcher(answer.body());
            if (answer.statusCode() == 200 && id.find()) {
                deployed.push(id.group(1));
            }
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(String boundary, String name, String more, String content) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n"
                + content + "\r\n";
    }

    /** Takes back what was deployed, with the instances that run on it. */
    @Override
    public void close() {
        while (!deployed.isEmpty()) {
            repository.deleteDeployment(deployed.pop(), true);
        }
    }
}
