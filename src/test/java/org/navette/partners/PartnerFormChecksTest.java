package org.navette.partners;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The checks written in the partners' forms")
class PartnerFormChecksTest {

    private static final FeelEngine FEEL = new ScalaFeelEngine(List.of());

    @ParameterizedTest(name = "reason {0}, scopes {1}: consent {2}, renunciation {3}")
    @CsvSource({
        ", , false, false",
        "emergency, , false, false",
        "emergency, care-renunciation, false, false",
        "other-report, disability-care-renunciation, false, false",
        "medical-mission, , true, false",
        "medical-mission, NONE, true, false",
        "medical-mission, rights-access, true, false",
        "medical-mission, digital-fragility complex-social-situation, true, false",
        "medical-mission, care-renunciation, true, true",
        "medical-mission, disability-care-renunciation, true, true",
        "medical-mission, rights-access disability-care-renunciation, true, true",
        "medical-mission, care-renunciation disability-care-renunciation, true, true",
    })
    @DisplayName("PART-07 consent and scopes show with the mission's reason, renunciation with its scopes as well")
    void conditions(@Nullable String reason, @Nullable String scopes, boolean consent, boolean renunciation) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("reason", reason);
        answers.put(
                "supportScopes",
                scopes == null ? null : scopes.equals("NONE") ? List.of() : List.of(scopes.split(" ")));
        Map<String, Boolean> shown =
                shown(FormFile.read("partners.difficulty.form").path("components"), answers, true);

        assertThat(shown).containsEntry("consent", consent).containsEntry("supportScopes", consent);
        assertThat(shown)
                .containsEntry("careTypes", renunciation)
                .containsEntry("renunciationSince", renunciation)
                .containsEntry("renunciationCauses", renunciation)
                .containsEntry("reason", true)
                .containsEntry("lastName", true)
                .containsEntry("comment", true);
    }

    @ParameterizedTest(name = "{0}: \"{1}\" {2}")
    @CsvSource({
        "lastName, Martin, true",
        "lastName, Éluard, true",
        "lastName, LE GOFF-D'ÛRBAL, true",
        "lastName, d’Ormesson, true",
        "lastName, 'Œuvrard', true",
        "lastName, Łukasiewicz, true",
        "lastName, Nguyễn, true",
        "lastName, R2D2, false",
        "lastName, '-', false",
        "lastName, ' ', false",
        "lastName, Martin;, false",
        "lastName, <b>, false",
        "lastName, a×b, false",
        "lastName, a÷b, false",
        "firstName, jean-pierre, true",
        "firstName, Anne Laure, true",
        "firstName, Zoë, true",
        "firstName, J., false",
        "birthPlace, 33, true",
        "birthPlace, 2A, true",
        "birthPlace, Côte d'Ivoire, true",
        "birthPlace, Guinée-Bissau, true",
        "birthPlace, 33/34, false",
        "birthPlace, --, false",
        "phone, 06.00.00.00.00, true",
        "phone, 0600000000, true",
        "phone, 06 00 00 00 00, true",
        "phone, 06.00.00.00, false",
        "phone, 06.00.00.00.00., false",
        "phone, 06..00.00.00.00, false",
        "phone, +33600000000, false",
        "phone, 0600000000000, false",
        "phone, 06-00-00-00-00, false",
    })
    @DisplayName("PART-08 the person's fields take the characters of the spec and no others")
    void patterns(String key, String value, boolean accepted) throws IOException {
        for (String file : FormFile.partnerNames().toList()) {
            for (JsonNode field : FormFile.components(FormFile.read(file))) {
                if (field.path("key").asText().equals(key)) {
                    Pattern pattern = Pattern.compile(
                            field.path("validate").path("pattern").asText());
                    assertThat(pattern.matcher(value).matches()).as(file).isEqualTo(accepted);
                    assertThat(field.path("properties").path("message").asText())
                            .as(file)
                            .isNotBlank();
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"partners.difficulty", "partners.appointment", "partners.case-review", "partners.document"})
    @DisplayName("PART-08 the person concerned is asked the same way in every form, with the lengths of the spec")
    void person(String id) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        JsonNode person = null;
        for (JsonNode component : FormFile.components(FormFile.read(id + ".form"))) {
            fields.put(component.path("key").asText(), component);
            if (component.path("id").asText().equals("Group_Person")) {
                person = component;
            }
        }
        assertThat(person)
                .isEqualTo(FormFile.components(FormFile.read("partners.document.form")).stream()
                        .filter(component -> component.path("id").asText().equals("Group_Person"))
                        .findFirst()
                        .orElseThrow());
        assertThat(fields.get("lastName").path("validate").path("maxLength").asInt())
                .isEqualTo(30);
        assertThat(fields.get("firstName").path("validate").path("maxLength").asInt())
                .isEqualTo(20);
        assertThat(fields.get("birthPlace").path("validate").path("maxLength").asInt())
                .isEqualTo(30);
        assertThat(fields.get("phone").path("validate").path("maxLength").asInt())
                .isEqualTo(14);
        assertThat(fields.get("lastName").path("properties").path("transform").asText())
                .isEqualTo("uppercase");
        assertThat(fields.get("firstName").path("properties").path("transform").asText())
                .isEqualTo("capitalize");
        assertThat(fields.get("phone").path("properties").path("transform").asText())
                .isEqualTo("phone");
        assertThat(fields.get("birthDate").path("subtype").asText()).isEqualTo("date");
        assertThat(fields.get("birthDate").path("properties").path("min").asText())
                .isEqualTo("1900-01-01");
        assertThat(fields.get("birthDate").path("properties").path("max").asText())
                .isEqualTo("today");
    }

    /** Which fields the conditions leave visible: a hidden group hides what is in it. */
    private static Map<String, Boolean> shown(JsonNode components, Map<String, Object> answers, boolean parentShown) {
        Map<String, Boolean> shown = new HashMap<>();
        for (JsonNode component : components) {
            boolean visible = parentShown;
            if (component.path("conditional").has("hide")) {
                String hide = component.path("conditional").path("hide").asText();
                assertThat(hide).startsWith("=");
                Object hidden = FEEL.evaluateSimpleExpression(
                        hide.substring(1), Variables.fromMap(answers).asVariableContext());
                assertThat(hidden).as(hide).isInstanceOf(Boolean.class);
                visible = parentShown && !(Boolean) hidden;
            }
            if (component.has("key")) {
                shown.put(component.path("key").asText(), visible);
            }
            shown.putAll(shown(component.path("components"), answers, visible));
        }
        return shown;
    }
}
