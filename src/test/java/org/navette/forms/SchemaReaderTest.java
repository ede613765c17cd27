package org.navette.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.navette.forms.FormsFixture.form;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A schema")
class SchemaReaderTest {

    @Test
    @DisplayName("takes files when one of its texts is the place for them, in a group too")
    void files() {
        assertThat(form("{'type':'group','components':[{'type':'text','properties':{'widget':'files'}}]}")
                        .takesFiles())
                .isTrue();
        assertThat(form("{'type':'text','text':'files'}").takesFiles()).isFalse();
    }

    @Test
    @DisplayName("may show texts, pictures, lines, spaces and tables: they hold no answer")
    void withoutAnswer() {
        Form form = form(
                "{'type':'text'}",
                "{'type':'html'}",
                "{'type':'spacer'}",
                "{'type':'separator'}",
                "{'type':'image'}",
                "{'type':'button'}",
                "{'type':'table'}");

        assertThat(form.fields()).isEmpty();
        assertThat(form.id()).isEqualTo("test.form");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "{'type':'dynamiclist','key':'x'} ; Composant x (type dynamiclist) : les listes dynamiques",
                "{'type':'filepicker','key':'x'} ; les fichiers se demandent par un texte",
                "{'type':'expression','key':'x'} ; ce type de champ n'est pas pris en charge",
                "{'type':'textfield','id':'Field_1'} ; Composant Field_1 (type textfield) : la clé",
                "{'type':'textfield','key':'a.b'} ; la clé",
                "{'type':'group','path':'a','components':[]} ; chemin",
                "{'type':'group','isRepeating':true,'components':[]} ; se répéter",
                "{'type':'textfield','key':'x','validate':{'pattern':'('}} ; expression régulière",
                "{'type':'textfield','key':'x','validate':{'maxLength':'dix'}} ; « maxLength » n'est pas un nombre",
                "{'type':'datetime','key':'x','properties':{'min':'hier'}} ; « min » et « max »",
                "{'type':'datetime','key':'x','subtype':'year'} ; sous-type",
                "{} ; Composant ? (type ?)",
            })
    @DisplayName("that could not be checked is refused, and says in French what and where")
    void refused(String component, String message) {
        assertThatThrownBy(() -> form(component))
                .isInstanceOf(InvalidForm.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "12", "{\"components\":{}}", "<form/>"})
    @DisplayName("that is none is refused")
    void noSchema(String json) {
        assertThatThrownBy(() -> Form.parse("x", 1, json))
                .isInstanceOf(InvalidForm.class)
                .hasMessageContaining("n'est pas un formulaire Camunda");
    }
}
