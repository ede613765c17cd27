package org.navette.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.engine.TrialStart.TWICE;
import static org.navette.engine.web.AgentBrowser.ENGINE;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
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
@DisplayName("What an agent types to start a process")
class StartAnswersTest {

    @Autowired
    TrialStart.Desk desk;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    private StartDialog dialog;

    @BeforeEach
    void open(@LocalServerPort int port) {
        desk.open();
        dialog = new StartDialog(port, desk);
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
        var agent = dialog.agent();
        String right = StartDialog.right(reference, "Bonjour");
        var refused = dialog.submit(agent, right.substring(0, right.length() - 2) + "," + wrong + "}}");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(StartDialog.message(agent, refused)).contains(why);
        assertThat(desk.instances()).isEqualTo(before);
        assertThat(desk.registered(reference)).isEmpty();
    }

    @Test
    @DisplayName("PROV-18 all that is missing is told at once")
    void missing() {
        var agent = dialog.agent();
        var refused = dialog.submit(agent, "{\"variables\":{}}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(StartDialog.message(agent, refused).lines()).hasSize(3).allSatisfy(line -> assertThat(line)
                .contains("obligatoire"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"organism", "agentStart", "initiator"})
    @DisplayName("PROV-18 a value that the form does not ask for is refused: nobody sets variables of the process")
    void unknownValue(String name) {
        long before = desk.instances();
        var agent = dialog.agent();
        String right = StartDialog.right(desk.freeReference(), "Bonjour");
        var refused = dialog.submit(
                agent, right.substring(0, right.length() - 2) + ",\"" + name + "\":{\"value\":\"331\"}}}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(StartDialog.message(agent, refused)).contains("n'attend pas toutes ces réponses");
        assertThat(desk.instances()).isEqualTo(before);
    }

    @Test
    @DisplayName("PROV-18 a number is given, never typed")
    void businessKey() {
        long before = desk.instances();
        var agent = dialog.agent();
        var refused = dialog.submit(
                agent,
                StartDialog.right(desk.freeReference(), "Bonjour")
                        .replaceFirst("\\{", "{\"businessKey\":\"331-2026-000001\","));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(StartDialog.message(agent, refused)).contains("ne se saisit pas");
        assertThat(desk.instances()).isEqualTo(before);
    }

    @Test
    @DisplayName("PROV-18 what the espace refuses while it registers undoes everything, and its sentence is told")
    void refusedByDelegate() {
        String reference = desk.freeReference();
        var agent = dialog.agent();
        assertThat(dialog.submit(agent, StartDialog.right(reference, "Premier")).statusCode())
                .isEqualTo(200);
        long before = desk.instances();
        var refused = dialog.submit(agent, StartDialog.right(reference, "Second"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(StartDialog.message(agent, refused)).isEqualTo(TWICE);
        assertThat(desk.instances()).isEqualTo(before);
        assertThat(desk.registered(reference)).hasSize(1);
    }

    @Test
    @DisplayName("PROV-18 nothing of what was typed rests in the engine, while the process runs and after it has ended")
    void nothingRests() {
        String secret = "Secret" + UUID.randomUUID().toString().replace("-", "");
        String reference = desk.freeReference();
        var agent = dialog.agent();
        var answer = dialog.submit(agent, StartDialog.right(reference, secret));
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

    private String task(String instance) {
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }
}
