package org.navette.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.engine.DeployedForm;
import org.navette.engine.DeployedForms;
import org.navette.engine.TaskRefused;

@DisplayName("Deployed forms")
class FormsTest {

    private static final String SCHEMA = "{\"id\":\"task.answer\",\"components\":[{\"type\":\"textarea\","
            + "\"key\":\"answer\",\"label\":\"Réponse\",\"validate\":{\"required\":true,\"maxLength\":5}}]}";
    private static final DeployedForm FIRST = new DeployedForm("form:1", "task.answer", 1, SCHEMA);

    private final DeployedForms deployed = mock(DeployedForms.class);
    private final Forms forms = FormsFixture.forms(deployed);
    private final AgentAnswers agents =
            new AgentAnswers(forms, Optional.of(number -> Map.of()), FormsFixture.messages());

    @BeforeEach
    void deploy() {
        when(deployed.latest("task.answer")).thenReturn(FIRST);
    }

    @Test
    @DisplayName("COMM-13 are read once for each version, and the latest one is used at once")
    void cache() {
        Form first = forms.latest("task.answer");

        assertThat(forms.latest("task.answer")).isSameAs(first);
        assertThat(forms.byDefinition("form:1")).isSameAs(first);
        verify(deployed, never()).byDefinition(anyString());

        when(deployed.latest("task.answer")).thenReturn(new DeployedForm("form:2", "task.answer", 2, SCHEMA));
        assertThat(forms.latest("task.answer").version()).isEqualTo(2);
        assertThat(forms.byDefinition("form:1")).isSameAs(first);
    }

    @Test
    @DisplayName("are forgotten beyond a few hundred")
    void bounded() {
        Form first = forms.latest("task.answer");
        for (int i = 0; i < 300; i++) {
            String id = "other:" + i;
            when(deployed.byDefinition(id)).thenReturn(new DeployedForm(id, "other", i, SCHEMA));
            forms.byDefinition(id);
        }

        assertThat(forms.latest("task.answer")).isNotSameAs(first);
    }

    @Test
    @DisplayName("that do not exist are said not to")
    void unknown() {
        when(deployed.latest("none")).thenThrow(new NoSuchElementException("no form none"));

        assertThatThrownBy(() -> forms.latest("none")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    @DisplayName("check what agents type, and refuse a field that the task's form does not have")
    void agentAnswers() {
        assertThat(agents.check(FIRST, "T-1", Map.of("answer", " Oui "))).isEqualTo(Map.of("answer", "Oui"));
        assertThatThrownBy(() -> agents.check(FIRST, "T-1", Map.of("answer", "Oui", "priority", 99)))
                .isInstanceOf(TaskRefused.class)
                .hasMessage("Ce formulaire n'attend pas toutes ces réponses\u00a0: rechargez la page.");
        assertThatThrownBy(() -> agents.check(FIRST, "T-1", Map.of("answer", "Certainement")))
                .isInstanceOf(TaskRefused.class)
                .hasMessage("Réponse : 5 caractères au plus (12 saisis).");
    }

    @Test
    @DisplayName("never quote an answer in an exception's text, which goes to the logs")
    void noPersonalDataInLogs() {
        InvalidAnswers refused = new InvalidAnswers(Map.of("answer", List.of("Ce champ est obligatoire.")));

        assertThat(refused).hasMessage("refused answers: [answer]");
    }
}
