package org.navette.funding.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.navette.ShippedDecision;

@DisplayName("The decision table funding-documents")
class FundingDocumentsTest {

    private static final ShippedDecision TABLE = ShippedDecision.of("funding/funding-documents");

    @ParameterizedTest(name = "{0}, mandated {1}: {2}")
    @CsvSource({
        "ENROLMENT, false, RIB IDENTITE KBIS",
        "ENROLMENT, true, RIB IDENTITE KBIS MANDAT",
        "AVANCE, false, BON_COMMANDE",
        "AVANCE, true, BON_COMMANDE",
        "SOLDE, false, FACTURE VERIFICATION_APTITUDE",
        "BANK_DETAILS, true, RIB",
        "PERSONS, false, IDENTITE MANDAT",
        "PERSONS, true, IDENTITE MANDAT",
        "CONTACT_DETAILS, false, IDENTITE",
        "CONTACT_DETAILS, true, IDENTITE",
    })
    @DisplayName("FUND-05 FUND-12 FUND-24 says which documents are required, in order")
    void required(String subject, boolean mandated, String codes) {
        List<Map<String, Object>> rows = TABLE.evaluate(Map.of("object", subject, "mandated", mandated));
        assertThat(rows).extracting(row -> row.get("document")).containsExactlyElementsOf(List.of((Object[])
                codes.split(" ")));
        assertThat(rows).allMatch(row -> row.get("requirement").equals("REQUIRED"));
        assertThat(rows).extracting(row -> (String) row.get("label")).allSatisfy(label -> assertThat(label)
                .isNotBlank());
    }

    @Test
    @DisplayName("FUND-05 every rule serves, and something unknown needs nothing")
    void rules() {
        var used = new TreeSet<String>();
        for (String subject : List.of("ENROLMENT", "AVANCE", "SOLDE", "PERSONS")) {
            TABLE.evaluate(Map.of("object", subject, "mandated", true));
            used.addAll(TABLE.matchedRules());
        }
        assertThat(used).isEqualTo(TABLE.rules());
        assertThat(TABLE.evaluate(Map.of("object", "AUTRE", "mandated", true))).isEmpty();
    }
}
