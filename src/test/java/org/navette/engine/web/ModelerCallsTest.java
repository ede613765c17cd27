package org.navette.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.engine.web.TestDesk.PASSWORD;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.navette.NavetteTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@NavetteTest
@DisplayName("What Modeler can do")
class ModelerCallsTest {

    private static final String MODEL =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">
              <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P30D">
                <bpmn:startEvent id="Start_A" /><bpmn:sequenceFlow id="f1" sourceRef="Start_A" targetRef="Task_A" />
                %s
                <bpmn:sequenceFlow id="f2" sourceRef="Task_A" targetRef="End_A" /><bpmn:endEvent id="End_A" />
              </bpmn:process>
            </bpmn:definitions>
            """;

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @BeforeEach
    void open(@Autowired ApplicationContext application) {
        new TestDesk(application).open();
    }

    @Test
    @DisplayName("COMM-13 a process owner asks the version, lists deployments and deploys")
    void deploys() {
        assertThat(get("test.owner", "/engine-rest/version").statusCode()).isEqualTo(200);
        assertThat(get("test.owner", "/engine-rest/deployment?maxResults=0").statusCode())
                .isEqualTo(200);
        assertThat(get("test.owner", "/engine-rest/engine/default/version").statusCode())
                .isEqualTo(200);
        var done = deploy("test.owner", "owner-model.bpmn", model("<bpmn:userTask id=\"Task_A\" name=\"A\" />"), "");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(repository.createProcessDefinitionQuery().processDefinitionKey("owner-model").count())
                .isPositive();
    }

    @ParameterizedTest(name = "{0} {1}")
    @DisplayName("COMM-19 engine-rest answers nobody without a password, nor anybody but process owners")
    @CsvSource({"GET,/version", "GET,/deployment", "POST,/deployment/create", "GET,/task", "GET,/engine"})
    void ownersOnly(String method, String path) {
        for (String login : new String[] {"", "test.agent", "test.chief", "test.admin"}) {
            var request = request(login, "/engine-rest" + path).method(method, HttpRequest.BodyPublishers.noBody());
            assertThat(send(request).statusCode()).as(login).isEqualTo(login.isEmpty() ? 401 : 403);
        }
        var wrong = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/engine-rest" + path))
                .header("Authorization", basic("test.owner", "pas le bon mot"))
                .method(method, HttpRequest.BodyPublishers.noBody());
        var refused = send(wrong);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @DisplayName("COMM-19 everything else of engine-rest is refused to process owners as well")
    @CsvSource({
        "GET,/task",
        "POST,/task",
        "GET,/engine",
        "GET,/process-instance",
        "GET,/user",
        "GET,/history/task",
        "POST,/process-definition/key/test-request/start",
        "GET,/engine/other/version",
        "DELETE,/deployment/1",
        "GET,/deployment/1/resources"
    })
    void nothingElse(String method, String path) {
        assertThat(send(request("test.owner", "/engine-rest" + path)
                                .method(method, HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("COMM-13 a deployment for one organism alone is refused")
    void noTenant() {
        var refused = deploy(
                "test.owner",
                "owner-model.bpmn",
                model("<bpmn:userTask id=\"Task_A\" />"),
                part("tenant-id", null, "901"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("organismes");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("COMM-19 a model with scripts, classes, connectors or unknown components is refused, and says where")
    @CsvSource(
            delimiter = '|',
            value = {
                "script task | <bpmn:scriptTask id=\"Task_A\" scriptFormat=\"javascript\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
                "class | <bpmn:serviceTask id=\"Task_A\" camunda:class=\"java.lang.Object\" />",
                "shell | <bpmn:serviceTask id=\"Task_A\" camunda:type=\"shell\" />",
                "unknown bean | <bpmn:serviceTask id=\"Task_A\" camunda:delegateExpression=\"${doesNotExist}\" />",
                "bean not for models | <bpmn:serviceTask id=\"Task_A\" camunda:delegateExpression=\"${dataSource}\" />",
                "call on a bean | <bpmn:serviceTask id=\"Task_A\" camunda:expression=\"${dataSource.getConnection()}\" />",
                "reflection | <bpmn:serviceTask id=\"Task_A\" camunda:expression=\"${''.getClass().forName('x')}\" />",
                "connector | <bpmn:serviceTask id=\"Task_A\"><bpmn:extensionElements><camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector></bpmn:extensionElements></bpmn:serviceTask>",
                "script listener | <bpmn:userTask id=\"Task_A\"><bpmn:extensionElements><camunda:taskListener event=\"create\"><camunda:script scriptFormat=\"groovy\">1</camunda:script></camunda:taskListener></bpmn:extensionElements></bpmn:userTask>",
                "script parameter | <bpmn:userTask id=\"Task_A\"><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name=\"x\"><camunda:script scriptFormat=\"groovy\">1</camunda:script></camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:userTask>"
            })
    void refusedModels(String what, String task) {
        var refused = deploy("test.owner", "owner-model.bpmn", model(task), "");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("Déploiement refusé", "owner-model.bpmn", "Task_A");
    }

    @Test
    @DisplayName("COMM-19 a file that is no model is refused, and a model with an external entity")
    void otherFiles() {
        assertThat(deploy("test.owner", "run.groovy", "1", "").body()).contains("run.groovy");
        var xxe = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                + model("<bpmn:userTask id=\"Task_A\" name=\"&x;\" />").replaceFirst("<\\?xml[^>]*>\\s*", "");
        assertThat(deploy("test.owner", "owner-model.bpmn", xxe, "").statusCode())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("COMM-19 a deployment that another site makes a browser send is refused")
    void otherSites() {
        var forged = request("test.owner", "/engine-rest/deployment/create")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(HttpRequest.BodyPublishers.noBody());
        assertThat(send(forged).statusCode()).isEqualTo(403);
    }

    private static String model(String task) {
        return MODEL.formatted("owner-model", task);
    }

    private HttpResponse<String> deploy(String login, String file, String content, String more) {
        String body = part("deployment-name", null, "essai") + more + part("data", file, content) + "--b--\r\n";
        return send(request(login, "/engine-rest/deployment/create")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String part(String name, String file, String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\""
                + (file == null ? "" : "; filename=\"" + file + "\"\r\nContent-Type: application/octet-stream")
                + "\r\n\r\n" + content + "\r\n";
    }

    private HttpResponse<String> get(String login, String path) {
        return send(request(login, path).GET());
    }

    private HttpRequest.Builder request(String login, String path) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return login.isEmpty() ? request : request.header("Authorization", basic(login, PASSWORD));
    }

    private static String basic(String login, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
