package org.navette.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.forms.FormsFixture.FORMS;
import static org.navette.forms.FormsFixture.form;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Answers laid out for reading")
class LayoutTest {

    private static final Form FORM = form(
            "{'type':'select','key':'reason','label':'Motif','valuesKey':'reasons'}",
            "{'type':'group','label':'Fichiers','components':[{'type':'text','properties':{'widget':'files'}}]}",
            "{'type':'textarea','key':'comment','label':'Commentaires'}",
            "{'type':'group','label':'Personne','components':["
                    + "{'type':'textfield','key':'name','label':'Nom'},"
                    + "{'type':'group','components':[{'type':'datetime','subtype':'date','key':'born','dateLabel':'Né le'}]},"
                    + "{'type':'checkbox','key':'consent','label':'Accord','conditional':{'hide':'=true'}}]}",
            "{'type':'checklist','key':'modes','label':'Modes','values':["
                    + "{'value':'a','label':'Un'},{'value':'b','label':'Deux'}]}",
            "{'type':'number','key':'count','label':'Nombre'}");

    @Test
    @DisplayName("stand in the form's order, by its groups, with labels instead of codes")
    void blocks() {
        Map<String, Object> answers = new HashMap<>();
        answers.put("count", 1.5);
        answers.put("modes", List.of("b", "gone"));
        answers.put("consent", true);
        answers.put("born", "1980-03-05");
        answers.put("name", "<b>DUPONT</b>");
        answers.put("comment", "Un\nDeux");
        answers.put("reason", "r");
        answers.put("unknown", "x");

        assertThat(FORMS.layout(FORM, answers, Map.of("reasons", List.of(new Option("r", "Raison")))))
                .isEqualTo(Arrays.asList(
                        new Block(
                                null,
                                List.of(
                                        new Line("reason", "Motif", List.of("Raison"), false),
                                        new Line("comment", "Commentaires", List.of("Un\nDeux"), true))),
                        new Block(
                                "Personne",
                                List.of(
                                        new Line("name", "Nom", List.of("<b>DUPONT</b>"), false),
                                        new Line("born", "Né le", List.of("05/03/1980"), false),
                                        new Line("consent", "Accord", List.of("Oui"), false))),
                        new Block(
                                null,
                                List.of(
                                        new Line("modes", "Modes", List.of("Deux", "gone"), false),
                                        new Line("count", "Nombre", List.of("1,5"), false)))));
    }

    @Test
    @DisplayName("leave out what was not answered, and its group with it")
    void onlyAnswered() {
        Map<String, Object> answers = new HashMap<>(Map.of("consent", false, "comment", "", "modes", List.of()));
        answers.put("name", null);

        assertThat(FORMS.layout(FORM, answers, Map.of()))
                .containsExactly(new Block("Personne", List.of(new Line("consent", "Accord", List.of("Non"), false))));
        assertThat(FORMS.layout(FORM, Map.of(), Map.of())).isEmpty();
    }

    @Test
    @DisplayName("show the stored code of an option, and the stored text of a field, that are not what they were")
    void changedForm() {
        Map<String, Object> answers = Map.of("reason", "old", "modes", "b", "born", List.of(1), "count", "beaucoup");

        assertThat(FORMS.layout(FORM, answers, Map.of()))
                .flatExtracting(Block::lines)
                .extracting(Line::texts)
                .isEqualTo(List.of(List.of("old"), List.of("[1]"), List.of("Deux"), List.of("beaucoup")));
    }
}
