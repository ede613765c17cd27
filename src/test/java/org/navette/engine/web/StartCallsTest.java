package org.navette.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.engine.TrialStart.ORGANISM;
import static org.navette.engine.TrialStart.PASSWORD;
import static org.navette.engine.TrialStart.PROCESS;
import static org.navette.engine.TrialStart.SIRET;
import static org.navette.engine.TrialStart.TITLE;
import static org.navette.engine.TrialStart.TWICE;
import static org.navette.engine.web.AgentBrowser.ENGINE;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.NavetteTest;
import org.navette.engine.TrialStart;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("What an agent starts from Tasklist")
class StartCallsTest {

    private static final String DEFINITIONS = ENGINE + "/process-definition";
    private static final String DIALOG =
            "?latest=true&active=true&startableInTasklist=true&startablePermissionCheck=true&firstResult=0&maxResults=15";

    @LocalServerPort
    int port;

    @Autowired
    TrialStart.Desk desk;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        desk.open();
    }

    @Test
    @DisplayName("PROV-18 an agent finds in the dialog what the own group starts, with its form, and nothing else")
    void lists() {
        var agent = signedIn("start.agent");
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
        var form = agent.json(agent.get(definition() + "/startForm"));
        assertThat(form.at("/camundaFormRef/binding").asText()).isEqualTo("latest");
        assertThat(agent.get(definition() + "/deployed-start-form").body()).contains("Référence du dossier");
    }

    @ParameterizedTest
    @ValueSource(strings = {"start.chief", "start.stranger", "start.admin"})
    @DisplayName("PROV-18 who is in no group that starts it does not find it, see its form or start it")
    void othersStartNothing(String login) {
        var other = signedIn(login);
        assertThat(other.get(DEFINITIONS + DIALOG).body()).isEqualTo("[]");
        assertThat(other.get(DEFINITIONS + "/count" + DIALOG).body()).isEqualTo("{\"count\":0}");
        assertThat(other.get(definition() + "/startForm").statusCode()).isEqualTo(403);
        assertThat(other.get(definition() + "/deployed-start-form").statusCode())
                .isEqualTo(403);
        long before = desk.instances();
        var refused = submit(other, right(desk.freeReference(), "Bonjour"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(message(other, refused)).isEqualTo("Vous ne pouvez pas démarrer ce processus.");
        assertThat(desk.instances()).isEqualTo(before);
    }

    @Test
    @DisplayName("PROV-18 a process that no espace lets agents start is refused, as is one that does not exist")
    void otherProcesses() {
        var agent = signedIn("start.agent");
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
        var agent = signedIn("start.agent");
        var answer = submit(
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
        assertThat(signedIn("start.stranger")
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

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"reference\":{\"value\":\"ab12\"} | Référence du dossier : Saisissez deux lettres, un tiret et quatre chiffres.",
                "\"siret\":{\"value\":\"73282932000075\"} | SIRET de l'établissement : ",
                "\"kind\":{\"value\":\"gift\"} | Nature du dossier : ",
                "\"kind\":{\"value\":\"refund\"} | Montant demandé : Ce champ est obligatoire.",
                "\"kind\":{\"value\":\"refund\"},\"amount\":{\"value\":0} | Montant demandé : ",
                "\"papers\":{\"type\":\"Json\",\"value\":\"[\\\"gold\\\"]\"} | Pièces reçues : ",
                "\"papers\":{\"type\":\"Json\",\"value\":\"[\"} | La requête n'est pas lisible."
            })
    @DisplayName("PROV-18 a wrong value is refused in French, with the name of its field, and nothing starts")
    void wrongValues(String wrong, String why) {
        String reference = desk.freeReference();
        long before = desk.instances();
        var agent = signedIn("start.agent");
        String right = right(reference, "Bonjour");
        var refused = submit(agent, right.substring(0, right.length() - 2) + "," + wrong + "}}");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(message(agent, refused)).contains(why);
        assertThat(desk.instances()).isEqualTo(before);
        assertThat(desk.registered(reference)).isEmpty();
    }

    @Test
    @DisplayName("PROV-18 all that is missing is told at once")
    void missing() {
        var agent = signedIn("start.agent");
        var refused = submit(agent, "{\"variables\":{}}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(message(agent, refused).lines()).hasSize(3).allSatisfy(line -> assertThat(line)
                .contains("obligatoire"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"organism", "agentStart", "initiator"})
    @DisplayName("PROV-18 a value that the form does not ask for is refused: nobody sets variables of the process")
    void unknownValue(String name) {
        long before = desk.instances();
        var agent = signedIn("start.agent");
        String right = right(desk.freeReference(), "Bonjour");
        var refused = submit(agent, right.substring(0, right.length() - 2) + ",\"" + name + "\":{\"value\":\"331\"}}}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(message(agent, refused)).contains("n'attend pas toutes ces réponses");
        assertThat(desk.instances()).isEqualTo(before);
    }

    @Test
    @DisplayName("PROV-18 a number is given, never typed")
    void businessKey() {
        long before = desk.instances();
        var agent = signedIn("start.agent");
        var refused = submit(
                agent,
                right(desk.freeReference(), "Bonjour").replaceFirst("\\{", "{\"businessKey\":\"331-2026-000001\","));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(message(agent, refused)).contains("ne se saisit pas");
        assertThat(desk.instances()).isEqualTo(before);
    }

    @Test
    @DisplayName("PROV-18 what the espace refuses while it registers undoes everything, and its sentence is told")
    void refusedByDelegate() {
        String reference = desk.freeReference();
        var agent = signedIn("start.agent");
        assertThat(submit(agent, right(reference, "Premier")).statusCode()).isEqualTo(200);
        long before = desk.instances();
        var refused = submit(agent, right(reference, "Second"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(message(agent, refused)).isEqualTo(TWICE);
        assertThat(desk.instances()).isEqualTo(before);
        assertThat(desk.registered(reference)).hasSize(1);
    }

    @Test
    @DisplayName("PROV-18 nothing of what was typed rests in the engine, while the process runs and after it has ended")
    void nothingRests() {
        String secret = "Secret" + UUID.randomUUID().toString().replace("-", "");
        String reference = desk.freeReference();
        var agent = signedIn("start.agent");
        var answer = submit(agent, right(reference, secret));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(desk.registered(reference)).singleElement().satisfies(file -> assertThat(file.answers())
                .contains(secret));
        assertThat(engineTablesWith(secret)).isEmpty();
        assertThat(engineTablesWith(reference)).isEmpty();
        String instance = agent.json(answer).get("id").asText();
        for (String table : List.of("act_ru_variable", "act_hi_varinst", "act_hi_detail")) {
            assertThat(jdbc.sql("select count(*) from " + table + " where proc_inst_id_ = ? and name_ = 'agentStart'")
                            .param(instance)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        String task = ENGINE + "/task/" + task(instance);
        agent.post(task + "/claim", "{\"userId\":\"start.agent\"}");
        assertThat(agent.post(task + "/submit-form", "{\"variables\":{}}").statusCode())
                .isEqualTo(204);
        assertThat(engineTablesWith(secret)).isEmpty();
    }

    /** Every table of the engine that holds a text, readable or as the bytes of a serialized value. */
    private List<String> engineTablesWith(String text) {
        String bytes = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        List<String> tables = jdbc.sql(
                        "select table_name from information_schema.tables where table_name like 'act\\_%'")
                .query(String.class)
                .list();
        assertThat(tables).contains("act_ge_bytearray", "act_hi_comment", "act_hi_op_log");
        return tables.stream()
                .filter(table -> jdbc.sql("select exists (select from " + table
                                + " t where t::text like :text or t::text like :bytes)")
                        .param("text", "%" + text + "%")
                        .param("bytes", "%" + bytes + "%")
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    @Test
    @DisplayName("PROV-18 a forged request, without Camunda's token, starts nothing")
    void forged() {
        long before = desk.instances();
        var agent = signedIn("start.agent");
        var forged = agent.send(agent.request(definition() + "/submit-form")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(right(desk.freeReference(), "Bonjour"))));
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
            assertThat(signedIn(login)
                            .post(
                                    DEFINITIONS + path.replace("ID", desk.definition()),
                                    right(desk.freeReference(), "Bonjour"))
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
        assertThat(signedIn("start.agent").get(definition() + "/" + part).statusCode())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("PROV-18 a dialog that shows a former version of the process is told to be opened again")
    void formerVersion() {
        var agent = signedIn("start.agent");
        String former = definition();
        String changed = new String(resource(), StandardCharsets.UTF_8).replace("Dossier contrôlé", "Dossier relu");
        String deployment = repository
                .createDeployment()
                .addString("trial-start.bpmn", changed)
                .deploy()
                .getId();
        try {
            long before = desk.instances();
            var refused = agent.post(former + "/submit-form", right(desk.freeReference(), "Bonjour"));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(message(agent, refused)).contains("a changé entre-temps");
            assertThat(desk.instances()).isEqualTo(before);
            assertThat(submit(agent, right(desk.freeReference(), "Bonjour")).statusCode())
                    .isEqualTo(200);
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    @DisplayName("PROV-18 a suspended process does not start")
    void suspended() {
        repository.suspendProcessDefinitionByKey(PROCESS);
        try {
            var agent = signedIn("start.agent");
            var refused = submit(agent, right(desk.freeReference(), "Bonjour"));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(message(agent, refused)).contains("suspendu");
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

    private String definition() {
        return DEFINITIONS + "/" + desk.definition();
    }

    private HttpResponse<String> submit(AgentBrowser person, String body) {
        return person.post(definition() + "/submit-form", body);
    }

    private static String right(String reference, String comment) {
        return ("{\"variables\":{\"reference\":{\"value\":\"%s\"},\"siret\":{\"value\":\"%s\"},"
                        + "\"kind\":{\"value\":\"agreement\"},\"comment\":{\"value\":\"%s\"}}}")
                .formatted(reference, SIRET, comment);
    }

    private static String message(AgentBrowser person, HttpResponse<String> answer) {
        return person.json(answer).get("message").asText();
    }

    private AgentBrowser signedIn(String login) {
        return AgentBrowser.signedIn(port, login, PASSWORD);
    }
}
