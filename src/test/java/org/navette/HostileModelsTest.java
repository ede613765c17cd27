package org.navette;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/** Models whose names and contents are hostile, sent by a process owner; nothing is applied. */
@NavetteTest
@DisplayName("COMM-12 Hostile texts in models")
class HostileModelsTest {

    private static final String MODELS = "/agents/modeles";
    private static final String FILE = "partner-request.bpmn";
    private static final String FORM =
            """
            {"id":"hostile","type":"default","schemaVersion":18,"executionPlatform":"Camunda Platform",
             "executionPlatformVersion":"7.24.0","components":[{"type":"text","text":"Texte","id":"Field_1"}]}""";
    private static final String SHIPPED = Modeler.shipped("processes/partners/" + FILE);

    /** Names that a browser sends as they are: it writes quotes and line ends otherwise. */
    private static final List<String> NAMES = Stream.of(
                    HostileTexts.CURIOUS, HostileTexts.DECEIVING, HostileTexts.LINES, List.of("x".repeat(300)))
            .flatMap(List::stream)
            .filter(name -> name.chars().noneMatch(c -> c == '"' || c == '\r' || c == '\n'))
            .toList();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    JdbcClient jdbc;

    private final Timestamp begin = Timestamp.from(Instant.now());
    private Browser owner;
    private HostileReading reading;

    @BeforeEach
    void signIn() {
        new Rehearser(application, port);
        owner = new Browser(port);
        owner.signIn("/agents", Rehearser.LOGIN, Rehearser.PASSWORD);
        reading = new HostileReading(application);
    }

    @AfterEach
    void forget() {
        String own = "(select id from model_rehearsal where at >= ?)";
        jdbc.sql("delete from model_rehearsal_file where rehearsal_id in " + own)
                .param(begin)
                .update();
        jdbc.sql("delete from model_rehearsal where id in " + own).param(begin).update();
    }

    private Browser.Page send(String name, String content) {
        owner.get(MODELS);
        return FormWithFile.send(
                owner,
                MODELS,
                Map.of(),
                "files",
                name,
                "application/octet-stream",
                content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("COMM-12 whatever a file is called, it is refused or rehearsed under a name that deceives nobody")
    void names() {
        for (String name : NAMES) {
            for (String ending : List.of(".bpmn", ".dmn", ".form", "")) {
                Browser.Page answer = send(name + ending, "no model");
                // a NUL is no part of any request
                assertThat(answer.status()).as(name + ending).isEqualTo(name.contains("\0") ? 400 : 422);
                reading.reads(answer, List.of());
            }
            Browser.Page answer = send(name + ".bpmn", SHIPPED);
            assertThat(answer.status()).as(name).isIn(302, 400, 422);
            reading.reads(owner.follow(answer), List.of());
        }
        reading.reads(owner, MODELS, List.of());
        reading.end();
    }

    @Test
    @DisplayName("COMM-12 whatever a model calls its process, its steps and its statuses, the report has it as text")
    void contents() {
        for (String text : HostileTexts.CURIOUS) {
            String escaped = HtmlUtils.htmlEscape(text, "UTF-8");
            String changed = SHIPPED.replace("Demande d'un partenaire", escaped)
                    .replace("name=\"Prendre en charge\"", "name=\"" + escaped + "\"")
                    .replace("name=\"Nouveau\"", "name=\"" + escaped + "\"");
            assertThat(changed).isNotEqualTo(SHIPPED);
            Browser.Page answer = send(FILE, changed);
            assertThat(answer.status()).as(text).isIn(302, 422);
            reading.reads(owner.follow(answer), List.of(text));
        }
        for (String text : HostileTexts.DECEIVING) {
            if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
                // half a character is written as a question mark
                continue;
            }
            Browser.Page answer = send(FILE, SHIPPED.replace("Demande d'un partenaire", text));
            assertThat(answer.status()).as(text).isEqualTo(422);
            reading.reads(answer, List.of());
            String numbered = text.codePoints().mapToObj("&#%d;"::formatted).collect(Collectors.joining());
            assertThat(send(FILE, SHIPPED.replace("Demande d'un partenaire", numbered))
                            .status())
                    .as(text)
                    .isEqualTo(422);
            assertThat(send("hostile.form", FORM.replace("Texte", text)).status())
                    .as(text)
                    .isEqualTo(422);
        }
        assertThat(send("hostile.form", FORM.replace("Texte", "\\u202e")).text())
                .contains("change le sens de lecture");
        reading.reads(owner, MODELS, List.of());
        reading.end();
    }
}
