package org.navette.funding.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.navette.ShippedDecision;

@DisplayName("FUND-15 The table funding-ceilings")
class FundingCeilingsTest {

    private final ShippedDecision table = ShippedDecision.of("funding/funding-ceilings");

    @ParameterizedTest(name = "FUND-15 {0} with {1} beneficiaries, profile {2}: {3} € at most")
    @CsvSource({
        "HOP, 1, General, 50000",
        "HOP, 2, PFI-DMP, 130000",
        "MDV, 1, General, 1100",
        "MDV, 9, General, 9900",
        "MDV, 10, General, 9000",
        "RAD, 1, General, 12000",
        "PHA, 3, General, 4500",
        "BIO, 1, General, 15000",
        "MS1, 4, General, 30000",
        "MS1, 5, General, 30000",
        "MSS, 2, General, 800",
        "SAS, 1, General, 20000"
    })
    void ceiling(String couloir, int beneficiaries, String profile, double ceiling) {
        var rows = table.evaluate(
                Map.of("couloir", couloir, "profiles", List.of(profile, "Autre"), "beneficiaries", beneficiaries));
        assertThat(rows).hasSize(1);
        assertThat(((Number) rows.get(0).get("ceiling")).doubleValue()).isEqualTo(ceiling);
    }
}
