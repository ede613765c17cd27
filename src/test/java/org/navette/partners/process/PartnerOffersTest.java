package org.navette.partners.process;

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

@DisplayName("The decision table partner-offers")
class PartnerOffersTest {

    private static final ShippedDecision TABLE = ShippedDecision.of("partners/partner-offers");

    @ParameterizedTest(name = "organism {0}")
    @ValueSource(strings = {"331", "471", "241", "401", "641", "171"})
    @DisplayName("PART-06 gives the five offers, in order and under their national titles")
    void fullOrganism(String organism) {
        List<Map<String, Object>> offers = offers(organism);

        assertThat(offers)
                .extracting(offer -> offer.get("position"), offer -> offer.get("offer"), offer -> offer.get("title"))
                .containsExactly(
                        tuple(1, "partners.contact", "Contacter votre organisme d'assurance Maladie"),
                        tuple(
                                2,
                                "partners.difficulty",
                                "Signaler une situation de difficulté d'accès aux droits et aux soins"),
                        tuple(3, "partners.appointment", "Demander un rendez-vous pour un assuré"),
                        tuple(4, "partners.case-review", "Soumettre une demande d'étude de dossier"),
                        tuple(5, "partners.document", "Demander un document"));
    }

    @Test
    @DisplayName("PART-06 gives two offers to the reduced organism, one under a title of its own")
    void reducedOrganism() {
        assertThat(offers("623"))
                .extracting(offer -> offer.get("position"), offer -> offer.get("offer"), offer -> offer.get("title"))
                .containsExactly(
                        tuple(1, "partners.case-review", "Soumettre une demande d'étude de dossier"),
                        tuple(2, "partners.difficulty", "Transmettre et/ou suivre un dossier"));
    }

    @ParameterizedTest(name = "organism \"{0}\"")
    @ValueSource(strings = {"999", "", "33", "3310", "331 "})
    @DisplayName("PART-06 gives nothing to an organism that is not in the table")
    void unknownOrganism(String organism) {
        assertThat(offers(organism)).isEmpty();
    }

    @Test
    @DisplayName("PART-06 presents every offer, gives none twice, and every rule serves")
    void rules() {
        TreeSet<String> used = new TreeSet<>();
        for (String organism : List.of("331", "623")) {
            List<Map<String, Object>> offers = offers(organism);
            used.addAll(TABLE.matchedRules());
            assertThat(offers).extracting(offer -> offer.get("offer")).doesNotHaveDuplicates();
            assertThat(offers).extracting(offer -> offer.get("position")).doesNotHaveDuplicates();
            assertThat(offers)
                    .extracting(offer -> (String) offer.get("introduction"))
                    .allSatisfy(introduction -> assertThat(introduction).isNotBlank());
        }
        assertThat(used).isEqualTo(TABLE.rules());
    }

    private static List<Map<String, Object>> offers(String organism) {
        return TABLE.evaluate(Map.of("organism", organism));
    }
}
