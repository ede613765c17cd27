package org.navette.procedures.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.navette.ShippedDecision;

@DisplayName("The decision table procedure-steps")
class ProcedureStepsTest {

    private static final ShippedDecision TABLE = ShippedDecision.of("procedures/procedure-steps");

    @ParameterizedTest(name = "{0}: {1}, {2}, {3}")
    @DisplayName("PROC-06 says for each kind which steps must be complete; elsewhere they come pre-filled")
    @CsvSource({
        "first-installation, COMPLETE, COMPLETE, COMPLETE",
        "secondary-establishment, PREFILLED, COMPLETE, COMPLETE",
        "address-change, PREFILLED, PREFILLED, PREFILLED",
        "staff-change, PREFILLED, PREFILLED, COMPLETE",
        "activity-extension, PREFILLED, PREFILLED, COMPLETE",
        "certificate, PREFILLED, PREFILLED, PREFILLED",
        "a-new-kind, PREFILLED, PREFILLED, PREFILLED",
    })
    void steps(String kind, String headOffice, String establishment, String technical) {
        assertThat(TABLE.evaluate(Map.of("kind", kind)))
                .extracting(step -> step.get("position"), step -> step.get("step"), step -> step.get("completeness"))
                .containsExactly(
                        tuple(1, "head-office", headOffice),
                        tuple(2, "establishment", establishment),
                        tuple(3, "technical", technical));
    }

    @Test
    @DisplayName("PROC-07 gives lists of people to the head office and to the technical step, and every rule serves")
    void people() {
        TreeSet<String> used = new TreeSet<>();
        for (String kind : List.of("first-installation", "certificate")) {
            assertThat(TABLE.evaluate(Map.of("kind", kind)))
                    .extracting(
                            step -> step.get("title"),
                            step -> step.get("form"),
                            step -> step.get("personForm"),
                            step -> step.get("person"))
                    .containsExactly(
                            tuple(
                                    "Siège",
                                    "procedures.head-office",
                                    "procedures.legal-representative",
                                    "représentant légal"),
                            tuple("Établissement", "procedures.establishment", null, null),
                            tuple(
                                    "Responsables",
                                    "procedures.technical",
                                    "procedures.technical-representative",
                                    "responsable technique"));
            used.addAll(TABLE.matchedRules());
        }
        assertThat(used).isEqualTo(TABLE.rules());
    }
}
