package org.navette.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Amounts in dirhams")
class DirhamsTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1 234,50 | 1234.50",
                "1\u202f234,50\u00a0DH | 1234.50",
                "1234.5 dh | 1234.5",
                "1234,5DH | 1234.5",
                "12 | 12"
            })
    @DisplayName("PROV-15 comma or point, with or without blanks and DH")
    void read(String typed, BigDecimal amount) {
        assertThat(Dirhams.typed(typed)).hasValue(amount);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"DH", "abc", "1.234,50", "12 34", "-5", "1,", "12 €", "1234567890123"})
    @DisplayName("PROV-15 everything else is none")
    void refused(String typed) {
        assertThat(Dirhams.typed(typed)).isEmpty();
    }

    @Test
    @DisplayName("PROV-09 PROV-12 are written with two decimals and blanks that never break")
    void written() {
        assertThat(Dirhams.of(new BigDecimal("1234567.5"))).isEqualTo("1\u202f234\u202f567,50\u00a0DH");
        assertThat(Dirhams.of(BigDecimal.ZERO)).isEqualTo("0,00\u00a0DH");
    }
}
