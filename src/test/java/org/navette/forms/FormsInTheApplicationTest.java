package org.navette.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("In the application, forms")
class FormsInTheApplicationTest {

    @Autowired
    Forms forms;

    @Test
    @DisplayName("PART-07 are read as deployed and answer in French from the application's messages")
    void deployed() {
        Form form = forms.latest("partners.contact");

        assertThat(form.id()).isEqualTo("partners.contact");
        assertThat(forms.byDefinition(form.definitionId()).json()).isEqualTo(form.json());
        InvalidAnswers refused =
                catchThrowableOfType(InvalidAnswers.class, () -> forms.check(form, Map.of(), Map.of()));
        assertThat(refused.messages()).containsEntry("comment", List.of("Ce champ est obligatoire."));
        assertThatThrownBy(() -> forms.latest("partners.none")).isInstanceOf(NoSuchElementException.class);
    }
}
