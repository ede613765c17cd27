package org.navette.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.engine.TrialStart.ORGANISM;
import static org.navette.engine.TrialStart.PROCESS;
import static org.navette.engine.TrialStart.SIRET;
import static org.navette.engine.TrialStart.TITLE;
import static org.navette.engine.web.AgentBrowser.ENGINE;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.NavetteTest;
import org.navette.engine.TrialStart;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NavetteTest
@DisplayName("What an agent starts from Tasklist")
class StartCallsTest {

    private static final String DEFINITIONS = ENGINE + "/process-definition";
    private static final String DIALOG =
            "?latest=true&active=true&startableInTasklist=true&startablePermissionCheck=true&firstResult=0&maxResults=15";

    @Autowired
    TrialStart.Desk desk;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    RepositoryService repository;

    private StartDialog dialog;

    @BeforeEach
    void open(@LocalServerPort int port) {
        desk.open();
        dialog = new StartDialog(port, desk);
    }

    @Test
    @DisplayName("PROV-18 an agent finds in the dialog what the own group starts, with its form, and nothing else")
    void lists() {
        var agent = dialog.agent();
        var list = agent.json(agent.get(DEFINITIONS + DIALOG));
        assertThat(list).hasSize(1);
        assertThat(list.get(0).get("name").asText()).isEqualTo(TITLE);
        assertThat(agent.json(agent.get(DEFINITIONS + "/count" + DIALOG))
                        .get("count")
                        .asInt())
                .isOne();
        assertThat(agent.json(agent.get(DEFINITIONS + DIALOG + "&keysIn=trial-start,partner-request&nameLike=%25a%25")))
                .hasSize(1);
        assertThat(agent.json(agent.get(DEFINITIONS + DIALOG + "&key=partner-request")))
                .isEmpty();
        var form = agent.json(agent.get(dialog.definition() + "/startForm"));
        assertThat(form.at("/camundaFormRef/binding").asText()).isEqualTo("latest");
        assertThat(agent.get(dialog.definition() + "/deployed-start-form").body())
                .contains("Référence du dossier");
    }

    @ParameterizedTest
    @ValueSource(strings = {"start.chief", "start.stranger", "start.admin"})
    @DisplayName("PROV-18 who is in no group that starts it does not find it, see its form or start it")
    void othersStartNothing(String login) {
        var other = dialog.signedIn(login);
        assertThat(other.get(DEFINITIONS + DIALOG).body()).isEqualTo("[]");
        assertThat(other.get(DEFINITIONS + "/count" + DIALOG).body()).isEqualTo("{\"count\":0}");
        assertThat(other.get(dialog.definition() + "/startForm").statusCode()).isEqualTo(403);
        assertThat(other.get(dialog.definition() + "/deployed-start-form").statusCode())
                .isEqualTo(403);
        long before = desk.instances();
        var refused = dialog.submit(other, StartDialog.right(desk.freeReference(), "Bonjour"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(StartDialog.message(other, refused)).isEqualTo("Vous ne pouvez pas démarrer ce processus.");
        assertThat(desk.instances()).isEqualTo(before);
    }

    @Test
    @DisplayName("PROV-18 a process that no espace lets agents start is refused, as is one that does not exist")
    void otherProcesses() {
        var agent = dialog.agent();
        String other = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("partner-request")
                .latestVersion()
                .singleResult()
                .getId();
        for (String id : List.of(other, "trial-start:99:nothing", "key")) {
            assertThat(agent.get(DEFINITIONS + "/" + id + "/startForm").statusCode())
                    .isEqualTo(403);
            assertThat(agent.post(DEFINITIONS + "/" + id + "/submit-form", "{\"variables\":{}}")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    @DisplayName(
            "PROV-18 an agent starts it: it is registered in their name and organism, and its task comes to the group")
    void starts() {
        String reference = desk.freeReference();
        var agent = dialog.agent();
        var answer = dialog.submit(
                agent,
                "{\"variables\":{\"reference\":{\"value\":\" %s \"},\"siret\":{\"value\":\"732 829 320 00074\"},"
                                .formatted(reference)
                        + "\"kind\":{\"value\":\"refund\"},\"amount\":{\"value\":120},"
                        + "\"papers\":{\"type\":\"Json\",\"value\":\"[\\\"bill\\\"]\"},\"comment\":{\"value\":null}}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String instance = agent.json(answer).get("id").asText();
        assertThat(desk.registered(reference)).singleElement().satisfies(file -> {
            assertThat(file.agent()).isEqualTo("start.agent");
            assertThat(file.authenticated()).isEqualTo("start.agent");
            assertThat(file.organism()).isEqualTo(ORGANISM);
            assertThat(file.form()).startsWith("trial-start.register:");
            assertThat(agent.json(file.answers()))
                    .isEqualTo(agent.json("{\"reference\":\"%s\",\"siret\":\"%s\",\"kind\":\"refund\",\"amount\":120,"
                                    .formatted(reference, SIRET)
                            + "\"papers\":[\"bill\"]}"));
            var started = runtime.createProcessInstanceQuery()
                    .processInstanceId(instance)
                    .singleResult();
            assertThat(started.getBusinessKey()).isEqualTo(file.number());
            assertThat(started.getTenantId()).isEqualTo(ORGANISM);
        });
        assertThat(agent.get(ENGINE + "/task/" + task(instance)).statusCode()).isEqualTo(200);
        assertThat(dialog.signedIn("start.stranger")
                        .get(ENGINE + "/task/" + task(instance))
                        .statusCode())
                .isEqualTo(404);
    }

    private String task(String instance) {
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    @Test
    @DisplayName("PROV-18 a forged request, without Camunda's token, starts nothing")
    void forged() {
        long before = desk.instances();
        var agent = dialog.agent();
        var forged = agent.send(agent.request(dialog.definition() + "/submit-form")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(StartDialog.right(desk.freeReference(), "Bonjour"))));
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(desk.instances()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/ID/start",
                "/key/trial-start/start",
                "/key/trial-start/submit-form",
                "/key/trial-start/tenant-id/905/start",
                "/key/trial-start/tenant-id/905/submit-form"
            })
    @DisplayName("COMM-19 the engine's own ways to start a process are closed to everybody")
    void rawStart(String path) {
        long before = desk.instances();
        for (String login : List.of("start.agent", "start.chief", "start.admin")) {
            assertThat(dialog.signedIn(login)
                            .post(
                                    DEFINITIONS + path.replace("ID", desk.definition()),
                                    StartDialog.right(desk.freeReference(), "Bonjour"))
                            .statusCode())
                    .as(login)
                    .isEqualTo(403);
        }
        assertThat(desk.instances()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"rendered-form", "form-variables", "statistics", "static-called-process-definitions"})
    @DisplayName("COMM-19 what the dialog does not ask of a process is refused")
    void notAsked(String part) {
        assertThat(dialog.agent().get(dialog.definition() + "/" + part).statusCode())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("PROV-18 a dialog that shows a former version of the process is told to be opened again")
    void formerVersion() {
        var agent = dialog.agent();
        String former = dialog.definition();
        String changed = new String(resource(), StandardCharsets.UTF_8).replace("Dossier contrôlé", "Dossier relu");
        String deployment = repository
                .createDeployment()
                .addString("trial-start.bpmn", changed)
                .deploy()
                .getId();
        try {
            long before = desk.instances();
            var refused = agent.post(former + "/submit-form", StartDialog.right(desk.freeReference(), "Bonjour"));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(StartDialog.message(agent, refused)).contains("a changé entre-temps");
            assertThat(desk.instances()).isEqualTo(before);
            assertThat(dialog.submit(agent, StartDialog.right(desk.freeReference(), "Bonjour"))
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    @DisplayName("PROV-18 an instance that nothing gives a number does not start")
    void withoutNumber() {
        String changed = new String(resource(), StandardCharsets.UTF_8)
                .replaceFirst("<camunda:executionListener[^>]+registerTrial[^>]+/>", "");
        String deployment = repository
                .createDeployment()
                .addString("trial-start.bpmn", changed)
                .deploy()
                .getId();
        try {
            long before = desk.instances();
            assertThat(dialog.submit(dialog.agent(), StartDialog.right(desk.freeReference(), "Bonjour"))
                            .statusCode())
                    .isEqualTo(500);
            assertThat(desk.instances()).isEqualTo(before);
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    @DisplayName("PROV-18 a suspended process does not start")
    void suspended() {
        repository.suspendProcessDefinitionByKey(PROCESS);
        try {
            var agent = dialog.agent();
            var refused = dialog.submit(agent, StartDialog.right(desk.freeReference(), "Bonjour"));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(StartDialog.message(agent, refused)).contains("suspendu");
        } finally {
            repository.activateProcessDefinitionByKey(PROCESS);
        }
    }

    private static byte[] resource() {
        try (var file = StartCallsTest.class.getResourceAsStream("/engine/trial-start.bpmn")) {
            return file.readAllBytes();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
