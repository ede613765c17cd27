package org.navette.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.navette.Modeler;
import org.navette.NavetteTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@NavetteTest
@DisplayName("A start form that a process owner deploys")
class StartFormsTest {

    private static final String FOLDER = "src/test/resources/engine/";
    private static final String DIAGRAM = "trial-start.bpmn";
    private static final String FORM = "trial-start.register.form";

    @LocalServerPort
    int port;

    @Autowired
    TrialStart.Desk desk;

    private Modeler modeler;

    @BeforeEach
    void open(@Autowired ApplicationContext application) {
        desk.open();
        modeler = new Modeler(application, port);
    }

    @AfterEach
    void close() {
        modeler.close();
    }

    @Test
    @DisplayName("PROV-18 may come with its diagram, or alone, as Modeler sends one file after the other")
    void accepted() {
        modeler.deploy(Map.of(
                DIAGRAM,
                Modeler.changed(FOLDER + DIAGRAM, "Dossier contrôlé", "Dossier relu"),
                FORM,
                Modeler.changed(FOLDER + FORM, "Observation", "Remarque")));
        modeler.deploy(Map.of(DIAGRAM, Modeler.changed(FOLDER + DIAGRAM, "Dossier contrôlé", "Dossier vu")));
        modeler.deploy(Map.of(FORM, Modeler.changed(FOLDER + FORM, "Observation", "Note")));
    }

    @ParameterizedTest(name = "{2}: {3}")
    @DisplayName("PROV-18 is refused when nobody could use it, and the message names the element")
    @CsvSource(
            delimiter = '|',
            value = {
                "trial-start.register\" | trial-start.unknown\" | Event_Registered | trial-start.unknown",
                "formRefBinding=\"latest\" | formRefBinding=\"deployment\" | Event_Registered | se lie par",
                "formRefBinding=\"latest\" | formRefBinding=\"version\" camunda:formRefVersion=\"1\" | Event_Registered | se lie par",
                "formRefBinding=\"latest\" | formRefBinding=\"latest\" camunda:asyncBefore=\"true\" | Event_Registered | asynchrone",
                "formRefBinding=\"latest\" | formRefBinding=\"latest\" camunda:asyncAfter=\"true\" | Event_Registered | asynchrone",
                "camunda:formRef=\"trial-start.register\" | | trial-start | porte donc un formulaire",
                "<bpmn:process id=\"trial-start\" | <bpmn:process id=\"trial-nobody\" | Event_Registered | aucun groupe d'agents",
                "<bpmn:outgoing>Flow_Check</bpmn:outgoing> | <bpmn:outgoing>Flow_Check</bpmn:outgoing><bpmn:timerEventDefinition><bpmn:timeCycle>R/P1D</bpmn:timeCycle></bpmn:timerEventDefinition> | Event_Registered | début simple",
                "${registerTrial} | ${registerNothing} | Event_Registered | n'existe pas"
            })
    void refused(String before, String after, String element, String why) {
        var answer = modeler.send(DIAGRAM, Modeler.changed(FOLDER + DIAGRAM, before, after == null ? "" : after));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("Déploiement refusé", DIAGRAM, element, why);
    }

    @Test
    @DisplayName("PROV-18 cannot offer choices of a request, which does not exist yet")
    void choicesOfRequest() {
        String form = Modeler.changed(
                        FOLDER + FORM,
                        "\"label\": \"Observation\"",
                        "\"label\": \"Observation\", \"valuesKey\": \"reasons\"")
                .replace("\"type\": \"textarea\"", "\"type\": \"select\"");
        modeler.deploy(Map.of(FORM, form));
        var answer = modeler.send(DIAGRAM, Modeler.changed(FOLDER + DIAGRAM, "Dossier contrôlé", "Dossier relu"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("Event_Registered", "valuesKey", "comment");
    }
}
