package org.navette.procedures.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.ShippedDecision;

@DisplayName("The decision table procedure-kinds")
class ProcedureKindsTest {

    private static final ShippedDecision TABLE = ShippedDecision.of("procedures/procedure-kinds");

    @Test
    @DisplayName("PROC-06 gives the six kinds to who is responsible for a known company, each with its effect")
    void responsible() {
        assertThat(kinds("RESPONSIBLE"))
                .extracting(
                        kind -> kind.get("position"),
                        kind -> kind.get("kind"),
                        kind -> kind.get("title"),
                        kind -> kind.get("effect"))
                .containsExactly(
                        tuple(1, "first-installation", "Première installation", "NEW_COMPANY"),
                        tuple(
                                2,
                                "secondary-establishment",
                                "Création d'un établissement secondaire",
                                "NEW_ESTABLISHMENT"),
                        tuple(3, "address-change", "Changement d'adresse", "ADDRESS"),
                        tuple(4, "staff-change", "Modification de personnel", "STAFF"),
                        tuple(5, "activity-extension", "Extension d'activité", "STAFF"),
                        tuple(6, "certificate", "Demande d'attestation", "NONE"));
    }

    @Test
    @DisplayName("PROC-03 gives a newcomer the first installation alone")
    void newcomer() {
        assertThat(kinds("NEWCOMER")).extracting(kind -> kind.get("kind")).containsExactly("first-installation");
    }

    @ParameterizedTest(name = "standing \"{0}\"")
    @ValueSource(strings = {"READER", "UNVERIFIED", "", "responsible"})
    @DisplayName("PROC-03 gives nothing to anybody else")
    void others(String standing) {
        assertThat(kinds(standing)).isEmpty();
    }

    @Test
    @DisplayName("PROC-06 presents every kind, gives none twice, and every rule serves")
    void rules() {
        List<Map<String, Object>> kinds = kinds("RESPONSIBLE");
        assertThat(new TreeSet<>(TABLE.matchedRules())).isEqualTo(TABLE.rules());
        assertThat(kinds).extracting(kind -> kind.get("kind")).doesNotHaveDuplicates();
        assertThat(kinds).extracting(kind -> kind.get("position")).doesNotHaveDuplicates();
        assertThat(kinds)
                .extracting(kind -> (String) kind.get("introduction"))
                .allSatisfy(introduction -> assertThat(introduction).isNotBlank());
    }

    private static List<Map<String, Object>> kinds(String standing) {
        return TABLE.evaluate(Map.of("standing", standing));
    }
}
