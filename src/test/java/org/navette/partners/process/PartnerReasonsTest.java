package org.navette.partners.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.navette.ShippedDecision;

@DisplayName("The decision table partner-reasons")
class PartnerReasonsTest {

    private static final List<String> FULL_ORGANISMS = List.of("331", "471", "241", "401", "641", "171");
    private static final List<String> OFFERS = List.of(
            "partners.contact",
            "partners.difficulty",
            "partners.appointment",
            "partners.case-review",
            "partners.document");
    private static final ShippedDecision TABLE = ShippedDecision.of("partners/partner-reasons");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            partners.contact     | reasons   | Autre motif de contact · Connaître les évolutions législatives et réglementaires · Connaître les offres de service de l'organisme d'Assurance Maladie · Gérer la convention de partenariat · Signaler des modifications du ou des compte(s) Gestionnaire(s) PARTENAIRE
            partners.difficulty  | reasons   | Autre motif de signalement · Dossiers complexes (rétroactivité, rupture de droits, IJ complexes) · Saisine mission accompagnement santé · Situation d'urgence · Suivi traitement d'une demande faite par l'assuré
            partners.appointment | reasons   | AME · Arrêts de travail, Indemnités journalières · Autre motif de RDV · C2S · Capital décès · Examen de Prévention santé · Pension d'invalidité · Rente AT/MP · Service Social
            partners.case-review | reasons   | AME · Autre motif d'étude de dossier · Demande d'aide financière · Etude de C2S · Ouverture de droits
            partners.document    | documentChoices | Attestation de droits · Autre type de document · Certificat provisoire CEAM · Formulaire carte vitale · Offres de prévention
            """)
    @DisplayName("PART-07 gives the full list of each offer to every organism that is not reduced")
    void fullLists(String offer, String field, String labels) {
        for (String organism : FULL_ORGANISMS) {
            assertChoices(organism, offer, field, labels);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            partners.case-review | AME · Etude de C2S · Ouverture des droits · Arrêt Maladie, Maternité et Paternité
            partners.difficulty  | Situation d'urgence · Suivi traitement d'une demande faite par l'assuré
            """)
    @DisplayName("PART-06 gives the reduced organism its own lists")
    void reducedLists(String offer, String labels) {
        assertChoices("623", offer, "reasons", labels);
    }

    @ParameterizedTest(name = "organism {0}, offer {1}")
    @CsvSource({
        "999, partners.contact",
        "331, partners.unknown",
        "331, contact",
        "623, partners.contact",
        "623, partners.appointment",
        "623, partners.document",
    })
    @DisplayName("PART-06 gives nothing for an organism or an offer that is not in the table")
    void unknown(String organism, String offer) {
        assertThat(choices(organism, offer)).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "partners.difficulty,  emergency,       Situation d'urgence",
        "partners.difficulty,  medical-mission, Saisine mission accompagnement santé",
        "partners.case-review, ame,             AME",
        "partners.case-review, c2s-study,       Etude de C2S",
        "partners.case-review, rights-opening,  Ouverture de droits",
    })
    @DisplayName("PART-07 keeps the codes that the forms and the priorities rely on")
    void codes(String offer, String value, String label) {
        assertThat(choices("331", offer))
                .anySatisfy(choice ->
                        assertThat(choice).containsEntry("value", value).containsEntry("label", label));
    }

    @Test
    @DisplayName("PART-06 gives no choice twice, writes codes in kebab-case, and every rule serves")
    void rules() {
        TreeSet<String> used = new TreeSet<>();
        for (String organism : List.of("331", "623")) {
            for (String offer : OFFERS) {
                List<Map<String, Object>> choices = choices(organism, offer);
                used.addAll(TABLE.matchedRules());
                for (String column : List.of("value", "label", "position")) {
                    assertThat(choices).extracting(choice -> choice.get(column)).doesNotHaveDuplicates();
                }
                assertThat(choices)
                        .extracting(choice -> (String) choice.get("value"))
                        .allMatch(value -> value.matches("[a-z0-9]+(-[a-z0-9]+)*"));
            }
        }
        assertThat(used).isEqualTo(TABLE.rules());
    }

    private static void assertChoices(String organism, String offer, String field, String labels) {
        List<String> expected = Arrays.asList(labels.split(" · "));
        List<Map<String, Object>> choices = choices(organism, offer);
        assertThat(choices).extracting(choice -> choice.get("label")).containsExactlyElementsOf(expected);
        assertThat(choices).extracting(choice -> choice.get("field")).containsOnly(field);
        assertThat(choices)
                .extracting(choice -> choice.get("position"))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, expected.size()).boxed().toList());
    }

    private static List<Map<String, Object>> choices(String organism, String offer) {
        return TABLE.evaluate(Map.of("organism", organism, "offer", offer));
    }
}
