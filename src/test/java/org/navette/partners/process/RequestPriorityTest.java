package org.navette.partners.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.navette.ShippedDecision;

@DisplayName("The decision table request-priority")
class RequestPriorityTest {

    private static final ShippedDecision TABLE = ShippedDecision.of("partners/request-priority");

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "partners.difficulty,emergency,90,1,2",
        "partners.difficulty,complex,70,2,7",
        "partners.difficulty,'',70,2,7",
        "partners.case-review,emergency,50,5,15",
        "partners.case-review,ame,50,5,15",
        "partners.contact,other,50,5,15",
        "partners.offer-of-tomorrow,'',50,5,15"
    })
    @DisplayName("PART-17 a situation d'urgence comes first, then other difficulties, then the rest")
    void priorities(String offer, String reason, int priority, int takeDays, int answerDays) {
        assertThat(TABLE.evaluate(Map.of("organism", "331", "offer", offer, "reason", reason)))
                .containsExactly(Map.of("priority", priority, "takeDays", takeDays, "answerDays", answerDays));
    }
}
