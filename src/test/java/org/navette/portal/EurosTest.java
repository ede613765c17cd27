package org.navette.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Amounts as people type them")
class EurosTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1 074,99 | 1074.99",
                "1\u202f074,99\u00a0€ | 1074.99",
                "1074,9 | 1074.9",
                "1074.99 | 1074.99",
                "0,5 | 0.5",
                "12 | 12",
                "9 999 999,99€ | 9999999.99",
                "12,345 | 12.345"
            })
    @DisplayName("FUND-14 comma or point, with or without blanks and the sign of the euro")
    void read(String typed, BigDecimal amount) {
        assertThat(Euros.typed(typed)).hasValue(amount);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"€", "abc", "1.074,99", "12 34", "1 07", "-5", "1,", ",5", "1e3", "12 €€", "1234567890123"})
    @DisplayName("FUND-14 everything else is none")
    void refused(String typed) {
        assertThat(Euros.typed(typed)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"0.00", "1074.99", "1234567.80"})
    @DisplayName("FUND-14 what is written is read again")
    void thereAndBack(BigDecimal amount) {
        assertThat(Euros.typed(Euros.of(amount))).hasValue(amount);
    }
}
