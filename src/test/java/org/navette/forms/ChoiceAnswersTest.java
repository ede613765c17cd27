package org.navette.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.forms.FormsFixture.check;
import static org.navette.forms.FormsFixture.form;
import static org.navette.forms.FormsFixture.problem;
import static org.navette.forms.FormsFixture.problems;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A choice")
class ChoiceAnswersTest {

    private static final String VALUES = "'values':[{'value':'a','label':'Un'},{'value':'b','label':'Deux'}]";
    private static final String ONE_OFFERED = "Choisissez une des réponses proposées.";
    private static final String SOME_OFFERED = "Choisissez parmi les réponses proposées.";

    @ParameterizedTest
    @ValueSource(strings = {"select", "radio"})
    @DisplayName("is one of those offered")
    void one(String type) {
        Form form = form("{'type':'" + type + "','key':'x'," + VALUES + "}");

        assertThat(check(form, Map.of("x", "b"))).containsEntry("x", "b");
        assertThat(check(form, Map.of("x", ""))).isEmpty();
        for (Object wrong : List.of("c", "A", "a ", "Un", true, List.of("a"), Map.of("value", "a"), "\ud800")) {
            assertThat(problem(form, wrong)).isEqualTo(ONE_OFFERED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"checklist", "taglist"})
    @DisplayName("of several is a list of those offered, each once")
    void several(String type) {
        Form form = form("{'type':'" + type + "','key':'x'," + VALUES + "}");

        assertThat(check(form, Map.of("x", List.of("b", "a")))).containsEntry("x", List.of("b", "a"));
        assertThat(check(form, Map.of("x", List.of()))).isEmpty();
        assertThat(problem(form, List.of("a", "a"))).isEqualTo("La même réponse est donnée deux fois.");
        for (Object wrong : List.of(
                "a",
                List.of("a", "c"),
                List.of(List.of("a")),
                new ArrayList<>(Collections.singletonList(null)),
                Collections.nCopies(100_000, "a"),
                Map.of("a", true))) {
            assertThat(problem(form, wrong)).isEqualTo(SOME_OFFERED);
        }
    }

    @Test
    @DisplayName("of several that is required is not an empty list")
    void requiredList() {
        Form form = form("{'type':'checklist','key':'x','validate':{'required':true}," + VALUES + "}");

        assertThat(problem(form, List.of())).isEqualTo("Ce champ est obligatoire.");
        assertThat(problems(form, Map.of(), Map.of())).containsOnlyKeys("x");
    }

    @Test
    @DisplayName("PART-06 comes from the options passed in where the form has a values key, and from no others")
    void valuesKey() {
        Form form = form("{'type':'select','key':'x','valuesKey':'reasons'," + VALUES + "}");
        Map<String, List<Option>> reasons = Map.of("reasons", List.of(new Option("r", "Raison")));

        assertThat(FormsFixture.FORMS.check(form, Map.of("x", "r"), reasons)).containsEntry("x", "r");
        assertThat(problems(form, Map.of("x", "a"), reasons)).containsEntry("x", List.of(ONE_OFFERED));
        assertThat(problem(form, "r")).isEqualTo(ONE_OFFERED);
    }

    @Test
    @DisplayName("comes from an expression on the other answers or on the options passed in")
    void valuesExpression() {
        Form form = form(
                "{'type':'checkbox','key':'more'}",
                "{'type':'select','key':'x','valuesExpression':"
                        + "'=if more then [1, {label: \\\"Deux\\\", value: \\\"b\\\"}] else []'}",
                "{'type':'select','key':'y','valuesExpression':'=reasons[value != \\\"r\\\"]'}");
        Map<String, List<Option>> reasons =
                Map.of("reasons", List.of(new Option("r", "Raison"), new Option("s", "Sorte")));

        assertThat(check(form, Map.of("more", true, "x", 1))).containsEntry("x", "1");
        assertThat(check(form, Map.of("more", true, "x", "b"))).containsEntry("x", "b");
        assertThat(problem(form, "b")).isEqualTo(ONE_OFFERED);
        assertThat(FormsFixture.FORMS.check(form, Map.of("y", "s"), reasons)).containsEntry("y", "s");
        assertThat(problems(form, Map.of("y", "r"), reasons)).containsOnlyKeys("y");
        assertThat(FormsFixture.FORMS
                        .layout(form, Map.of("more", true, "x", "b"), Map.of())
                        .get(0)
                        .lines())
                .extracting(Line::texts)
                .isEqualTo(Arrays.asList(List.of("Oui"), List.of("Deux")));
    }

    @Test
    @DisplayName("of a box is true or false, and true when required; a box nobody touched is false")
    void checkbox() {
        Form free = form("{'type':'checkbox','key':'x'}");
        Form required = form("{'type':'checkbox','key':'x','validate':{'required':true}}");

        assertThat(check(free, Map.of())).containsEntry("x", false);
        assertThat(check(required, Map.of("x", true))).containsEntry("x", true);
        assertThat(problem(required, false)).isEqualTo("Cochez cette case pour continuer.");
        assertThat(problems(required, Map.of(), Map.of())).containsOnlyKeys("x");
        for (Object wrong : List.of("true", 1, List.of(true))) {
            assertThat(problem(free, wrong)).isEqualTo("Cochez ou décochez cette case.");
        }
    }
}
