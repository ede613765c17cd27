package org.navette.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.ShippedDecision;

@DisplayName("The decision table attachment-rules")
class AttachmentRulesTest {

    private static final String ALL_TYPES = "pdf,doc,docx,xls,xlsx,csv,tif,tiff,png,jpg,jpeg";
    private static final ShippedDecision TABLE = ShippedDecision.of("common/attachment-rules");

    @ParameterizedTest(name = "{0}, organism {1}: {2}")
    @CsvSource({
        "partners.contact,     331, Rule_Default",
        "partners.difficulty,  331, Rule_Default",
        "partners.case-review, 171, Rule_Default",
        "partners.complete,    331, Rule_Default",
        "partners.contact,     999, Rule_Default",
        "partners.follow-up,   331, Rule_FollowUp",
        "partners.answer,      331, Rule_AgentAnswer",
        "partners.answer,      623, Rule_AgentAnswer",
    })
    @DisplayName("COMM-06 PART-09 allows 8 files of 5 MB of the listed types, to agents too")
    void usual(String context, String organism, String rule) {
        assertThat(rules(context, organism)).containsExactly(expected(ALL_TYPES));
        assertThat(TABLE.matchedRules()).startsWith(rule);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"partners.case-review", "partners.difficulty", "partners.complete", "partners.follow-up"})
    @DisplayName("COMM-06 PART-06 lets the partners of the reduced organism send PDF files only")
    void pdfOnly(String context) {
        assertThat(rules(context, "623")).containsExactly(expected("pdf"));
    }

    @Test
    @DisplayName("COMM-06 a PDF-only organism of the partners does not narrow another espace")
    void otherContext() {
        assertThat(rules("procedures.request", "623")).containsExactly(expected(ALL_TYPES));
        assertThat(rules("partners", "623")).containsExactly(expected(ALL_TYPES));
    }

    @Test
    @DisplayName("COMM-06 a missing organism falls back on the general rule")
    void noOrganism() {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("context", "partners.contact");
        inputs.put("organism", null);
        assertThat(TABLE.evaluate(inputs)).containsExactly(expected(ALL_TYPES));
    }

    @Test
    @DisplayName(
            "FUND-03 FUND-24 one file of 2 MB goes to the support; its answer takes none, nor that to a change of an account")
    void support() {
        assertThat(rules("funding.support", "asp"))
                .containsExactly(Map.of("maxCount", 1, "maxBytes", 2_097_152L, "types", "json,pdf,png,txt,zip"));
        for (String answer : List.of("funding.support-answer", "funding.account-answer", "providers.none")) {
            assertThat(rules(answer, "asp")).singleElement().satisfies(row -> assertThat(row)
                    .containsEntry("maxCount", 0));
        }
    }

    @Test
    @DisplayName(
            "FUND-05 FUND-12 documents of the Ségur have 4 MB and 50 characters in their name; agents join PDF files")
    void enrolment() {
        assertThat(rules("funding.enrolment", "asp")).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("maxCount", 5)
                .containsEntry("maxBytes", 4_194_304L)
                .containsEntry("types", "pdf,jpeg,jpg,png")
                .containsKey("namePattern")
                .doesNotContainKey("pageFormat"));
        assertThat(rules("funding.answer", "asp"))
                .containsExactly(Map.of("maxCount", 10, "maxBytes", 4_194_304L, "types", "pdf"));
    }

    @Test
    @DisplayName("COMM-06 every rule decides somewhere")
    void everyRuleServes() {
        TreeSet<String> deciding = new TreeSet<>();
        for (String context : List.of(
                "partners.contact",
                "partners.follow-up",
                "partners.answer",
                "procedures.document",
                "procedures.result",
                "funding.support",
                "funding.support-answer",
                "funding.enrolment",
                "funding.answer",
                "providers.none")) {
            for (String organism : List.of("331", "623")) {
                rules(context, organism);
                deciding.add(TABLE.matchedRules().get(0));
            }
        }
        assertThat(deciding).isEqualTo(TABLE.rules());
    }

    private static List<Map<String, Object>> rules(String context, String organism) {
        return TABLE.evaluate(Map.of("context", context, "organism", organism));
    }

    /** No name pattern and no page format: empty cells give no entry. */
    private static Map<String, Object> expected(String types) {
        return Map.of("maxCount", 8, "maxBytes", 5_242_880L, "types", types);
    }
}
