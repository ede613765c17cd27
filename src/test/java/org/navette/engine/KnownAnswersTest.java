package org.navette.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.navette.NavetteTest;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("A decision table that was asked before")
class KnownAnswersTest {

    private static final String TABLE =
            """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
              <decision id="%s" name="d"><decisionTable id="t">
                <input id="i"><inputExpression id="ie" typeRef="string"%s><text>organism</text></inputExpression></input>
                <output id="o" name="answer" typeRef="string" />
                <rule id="r"><inputEntry id="e"><text>"331"</text></inputEntry>
                  <outputEntry id="oe"><text>%s</text></outputEntry></rule>
              </decisionTable></decision>
            </definitions>
            """;

    @Autowired
    Decisions decisions;

    @Autowired
    RepositoryService repository;

    private final String id = "known-" + UUID.randomUUID();

    @Test
    @DisplayName("gives the same answer to the same inputs, another to others, and matched rules with each")
    void sameInputs() {
        deploy("\"une\"");
        Decision first = decisions.evaluate(id, Map.of("organism", "331"));
        assertThat(first.results()).containsExactly(Map.of("answer", "une"));
        assertThat(first.matchedRules()).containsExactly("r");
        assertThat(decisions.evaluate(id, Map.of("organism", "331"))).isSameAs(first);
        assertThat(decisions.evaluate(id, Map.of("organism", "623")).results()).isEmpty();
    }

    @Test
    @DisplayName("COMM-10 is asked anew once another version is deployed")
    void newVersion() {
        deploy("\"une\"");
        decisions.evaluate(id, Map.of("organism", "331"));
        deploy("\"deux\"");
        Decision second = decisions.evaluate(id, Map.of("organism", "331"));
        assertThat(second.results()).containsExactly(Map.of("answer", "deux"));
        assertThat(second.version()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "string(now()) | '' | false",
                "string(today ( )) | '' | false",
                "string(random number()) | '' | false",
                "\"a\" | ' expressionLanguage=\"juel\"' | false",
                "\"a\" | ' expressionLanguage=\"feel\"' | true",
                "string(today) | '' | true"
            })
    @DisplayName("is asked again when it looks at more than its inputs")
    void moreThanInputs(String output, String language, boolean inputsOnly) {
        var model = Dmn.readModelFromStream(
                new ByteArrayInputStream(TABLE.formatted(id, language, output).getBytes(StandardCharsets.UTF_8)));
        assertThat(KnownAnswers.looksAtInputsOnly(model)).isEqualTo(inputsOnly);
    }

    private void deploy(String output) {
        repository
                .createDeployment()
                .addString(id + ".dmn", TABLE.formatted(id, "", output))
                .deploy();
    }
}
