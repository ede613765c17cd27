package org.navette.partners;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.ShippedDecision;

@DisplayName("The forms of the espace Partenaires")
class PartnerFormsTest {

    private static final Set<String> KEYS = Set.of(
            "reason",
            "documents",
            "cancellationReason",
            "confirmed",
            "message",
            "meetingModes",
            "consent",
            "supportScopes",
            "careTypes",
            "renunciationSince",
            "renunciationCauses",
            "title",
            "lastName",
            "firstName",
            "birthDate",
            "birthPlace",
            "phone",
            "comment",
            "answer");
    private static final Set<String> TYPES =
            Set.of("text", "group", "select", "checklist", "radio", "checkbox", "textfield", "textarea", "datetime");
    private static final ShippedDecision OFFERS = ShippedDecision.of("partners/partner-offers");
    private static final ShippedDecision REASONS = ShippedDecision.of("partners/partner-reasons");

    @Test
    @DisplayName("PART-06 the five offers have a form each, and every other partner form is a step after the deposit")
    void offers() throws IOException {
        assertThat(FormFile.offerNames())
                .containsExactly(
                        "partners.appointment.form",
                        "partners.case-review.form",
                        "partners.contact.form",
                        "partners.difficulty.form",
                        "partners.document.form");
    }

    @Test
    @DisplayName("PART-07 the five offers and the agents' three tasks have their form")
    void shippedForms() throws IOException {
        assertThat(FormFile.names())
                .contains(
                        "partners.contact.form",
                        "partners.difficulty.form",
                        "partners.appointment.form",
                        "partners.case-review.form",
                        "partners.document.form",
                        "partner-request.take-in-charge.form",
                        "partner-request.answer.form",
                        "partner-request.answer-message.form");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.navette.partners.FormFile#names")
    @DisplayName("COMM-12 a form is named after its id, for Camunda 7.24, with known components and keys, once each")
    void wellFormed(String file) {
        JsonNode form = FormFile.read(file);
        assertThat(form.path("id").asText() + ".form").isEqualTo(file);
        assertThat(form.path("type").asText()).isEqualTo("default");
        assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(form.path("executionPlatformVersion").asText()).isEqualTo("7.24.0");
        // the last version that Tasklist's form-js 1.8.7 knows
        assertThat(form.path("schemaVersion").asInt()).isLessThanOrEqualTo(16);

        List<JsonNode> components = FormFile.components(form);
        assertThat(components).extracting(c -> c.path("type").asText()).allMatch(TYPES::contains);
        assertThat(components).extracting(c -> c.path("id").asText()).doesNotHaveDuplicates();
        assertThat(components.stream().filter(c -> c.has("key")).map(c -> c.path("key")
                        .asText()))
                .doesNotHaveDuplicates()
                .allMatch(KEYS::contains);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.navette.partners.FormFile#names")
    @DisplayName("COMM-12 every field has a label, and a row of fields fits in the 16 columns")
    void layout(String file) {
        Map<String, Integer> columns = new TreeMap<>();
        for (JsonNode component : FormFile.components(FormFile.read(file))) {
            if (component.has("key")) {
                assertThat(component.path("label").asText()
                                + component.path("dateLabel").asText())
                        .as(component.path("id").asText())
                        .isNotBlank()
                        .doesNotContain("*");
            }
            JsonNode layout = component.path("layout");
            columns.merge(layout.path("row").asText(), layout.path("columns").asInt(16), Integer::sum);
        }
        assertThat(columns).doesNotContainKey("");
        assertThat(columns.values()).allMatch(sum -> sum <= 16);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.navette.partners.FormFile#names")
    @DisplayName("PART-07 the options written in a form have codes and labels of their own")
    void options(String file) {
        for (JsonNode component : FormFile.components(FormFile.read(file))) {
            List<JsonNode> values = new ArrayList<>();
            component.path("values").forEach(values::add);
            assertThat(values)
                    .extracting(v -> v.path("value").asText())
                    .doesNotHaveDuplicates()
                    .allMatch(value -> value.matches("MRS|MR|[a-z0-9]+(-[a-z0-9]+)*"));
            assertThat(values)
                    .extracting(v -> v.path("label").asText())
                    .doesNotHaveDuplicates()
                    .doesNotContain("");
        }
    }

    @ParameterizedTest(name = "organism {0}")
    @ValueSource(strings = {"331", "471", "241", "401", "641", "171", "623"})
    @DisplayName("PART-06 each offer of an organism has a form, and partner-reasons feeds exactly that form's lists")
    void listsAreFed(String organism) {
        List<Map<String, Object>> offers = OFFERS.evaluate(Map.of("organism", organism));
        assertThat(offers).isNotEmpty();
        for (Map<String, Object> offer : offers) {
            String id = (String) offer.get("offer");
            Set<String> wanted = Set.copyOf(FormFile.components(FormFile.read(id + ".form")).stream()
                    .filter(component -> component.has("valuesKey"))
                    .map(component -> component.path("valuesKey").asText())
                    .toList());
            Set<Object> fed = Set.copyOf(REASONS.evaluate(Map.of("organism", organism, "offer", id)).stream()
                    .map(row -> row.get("field"))
                    .toList());
            assertThat(fed).as(id).isNotEmpty().isEqualTo(wanted);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.navette.partners.FormFile#offerNames")
    @DisplayName(
            "PART-07 the form of an offer starts by its purpose and the meaning of the asterisk, and ends by the comment")
    void shape(String file) {
        JsonNode components = FormFile.read(file).path("components");
        assertThat(components.path(0).path("type").asText()).isEqualTo("text");
        assertThat(components.path(0).path("text").asText())
                .endsWith("Les champs marqués d'un astérisque sont obligatoires.");
        JsonNode comment = components.path(components.size() - 1);
        assertThat(comment.path("key").asText()).isEqualTo("comment");
        assertThat(comment.path("validate").path("maxLength").asInt()).isEqualTo(5000);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            partners.contact     | reason meetingModes comment                                                        | files
            partners.difficulty  | reason consent supportScopes title lastName firstName birthDate birthPlace phone comment | files
            partners.appointment | reason title lastName firstName birthDate birthPlace phone comment                 |
            partners.case-review | reason title lastName firstName birthDate birthPlace phone comment                 | files
            partners.document    | documents title lastName firstName birthDate birthPlace phone comment              |
            partner-request.take-in-charge |                                                                         |
            partner-request.answer         | answer                                                                  |
            partner-request.answer-message | answer                                                                  |
            """)
    @DisplayName(
            "PART-07 PART-14 a form requires the fields of the spec, in its order, and takes files only where it says so")
    void required(String id, @Nullable String keys, @Nullable String files) {
        List<JsonNode> components = FormFile.components(FormFile.read(id + ".form"));
        assertThat(components.stream()
                        .filter(component ->
                                component.path("validate").path("required").asBoolean())
                        .map(component -> component.path("key").asText()))
                .containsExactly(keys == null ? new String[0] : keys.split(" "));
        assertThat(components.stream().anyMatch(component -> component
                        .path("properties")
                        .path("widget")
                        .asText()
                        .equals("files")))
                .isEqualTo(files != null);
    }

    @Test
    @DisplayName("PART-07 the three blocks on renunciation are optional")
    void optionalBlocks() {
        assertThat(FormFile.components(FormFile.read("partners.difficulty.form")).stream()
                        .filter(component -> component.has("key"))
                        .filter(component ->
                                !component.path("validate").path("required").asBoolean())
                        .map(component -> component.path("key").asText()))
                .containsExactly("careTypes", "renunciationSince", "renunciationCauses");
    }
}
