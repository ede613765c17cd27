package org.navette.procedures.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.navette.ShippedDecision;

@DisplayName("The decision table procedure-documents")
class ProcedureDocumentsTest {

    private static final ShippedDecision TABLE = ShippedDecision.of("procedures/procedure-documents");

    @ParameterizedTest(name = "{0}: {1}, if any {2}")
    @DisplayName("PROC-06 says for each kind which documents are required and which can be left out, in order")
    @CsvSource({
        "first-installation, identity kbis premises bank diploma, certification other",
        "secondary-establishment, identity kbis premises diploma, other",
        "address-change, kbis premises, other",
        "staff-change, diploma, contract other",
        "activity-extension, diploma products, certification other",
        "certificate, , reason other",
        "a-new-kind, , other",
    })
    void expected(String kind, @Nullable String required, String optional) {
        assertThat(documents(kind, "REQUIRED")).containsExactlyElementsOf(words(required));
        assertThat(documents(kind, "OPTIONAL")).containsExactlyElementsOf(words(optional));
    }

    @Test
    @DisplayName("PROC-06 names each document once for a kind, and every rule serves")
    void rules() {
        TreeSet<String> used = new TreeSet<>();
        for (String kind : List.of("first-installation", "staff-change", "activity-extension", "certificate")) {
            List<Map<String, Object>> documents = TABLE.evaluate(Map.of("kind", kind));
            used.addAll(TABLE.matchedRules());
            assertThat(documents)
                    .extracting(document -> document.get("document"))
                    .doesNotHaveDuplicates();
            assertThat(documents)
                    .extracting(document -> document.get("position"))
                    .doesNotHaveDuplicates();
            assertThat(documents)
                    .extracting(document -> (String) document.get("label"))
                    .allSatisfy(label -> assertThat(label).isNotBlank());
        }
        assertThat(used).isEqualTo(TABLE.rules());
    }

    private static List<Object> documents(String kind, String requirement) {
        return TABLE.evaluate(Map.of("kind", kind)).stream()
                .filter(document -> requirement.equals(document.get("requirement")))
                .map(document -> document.get("document"))
                .toList();
    }

    private static List<String> words(@Nullable String text) {
        return text == null ? List.of() : List.of(text.split(" "));
    }
}
