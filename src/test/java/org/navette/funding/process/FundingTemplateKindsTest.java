package org.navette.funding.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.navette.ShippedDecision;
import org.navette.directory.Couloir;

@DisplayName("The decision table funding-template-kinds")
class FundingTemplateKindsTest {

    private static final ShippedDecision TABLE = ShippedDecision.of("funding/funding-template-kinds");

    @ParameterizedTest(name = "{0}")
    @EnumSource(Couloir.class)
    @DisplayName("FUND-22 each couloir has an order form and a check of aptitude, in this order")
    void kinds(Couloir couloir) {
        assertThat(TABLE.evaluate(Map.of("couloir", couloir.name())))
                .extracting(row -> row.get("code") + ": " + row.get("label") + " " + row.get("position"))
                .containsExactly(
                        "MODELE_BDC_%s: Modèle de bon de commande – couloir %s 1"
                                .formatted(couloir.name(), couloir.label()),
                        "MODELE_VA_%s: Modèle de vérification d'aptitude – couloir %s 2"
                                .formatted(couloir.name(), couloir.label()));
    }

    @Test
    @DisplayName("FUND-22 says nothing for a couloir that is not known, and every row serves")
    void rows() {
        assertThat(TABLE.evaluate(Map.of("couloir", "XYZ"))).isEmpty();
        TreeSet<String> matched = new TreeSet<>();
        for (Couloir couloir : List.of(Couloir.values())) {
            TABLE.evaluate(Map.of("couloir", couloir.name()));
            matched.addAll(TABLE.matchedRules());
        }
        assertThat(matched).isEqualTo(TABLE.rules());
    }
}
