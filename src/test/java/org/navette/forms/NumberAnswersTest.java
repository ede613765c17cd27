package org.navette.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.forms.FormsFixture.check;
import static org.navette.forms.FormsFixture.form;
import static org.navette.forms.FormsFixture.problem;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A number answer")
class NumberAnswersTest {

    private static final Form NUMBER = form("{'type':'number','key':'x'}");

    @Test
    @DisplayName("is stored as a whole number when it is one, and exactly when not")
    void stored() {
        assertThat(check(NUMBER, Map.of("x", 12.0))).containsEntry("x", 12L);
        assertThat(check(NUMBER, Map.of("x", "12,50"))).containsEntry("x", new BigDecimal("12.5"));
        assertThat(check(NUMBER, Map.of("x", 1e3))).containsEntry("x", 1000L);
        assertThat(check(NUMBER, Map.of("x", 0.1))).containsEntry("x", new BigDecimal("0.1"));
        assertThat(check(NUMBER, Map.of("x", " "))).isEmpty();
        assertThat(check(form("{'type':'number','key':'x','serializeToString':true}"), Map.of("x", "1.50")))
                .containsEntry("x", "1.5");
    }

    @Test
    @DisplayName("is refused when it is none")
    void notNumbers() {
        for (Object wrong :
                List.of("abc", "1 2", "0x10", true, List.of(1), Map.of(), Double.NaN, Double.POSITIVE_INFINITY)) {
            assertThat(problem(NUMBER, wrong)).isEqualTo("Saisissez un nombre.");
        }
    }

    @Test
    @DisplayName("is refused without being computed when it is enormous")
    void enormous() {
        for (Object wrong : List.of(
                BigInteger.TEN.pow(2_000),
                new BigDecimal("1E+1000000"),
                new BigDecimal("1E+999"),
                1e300,
                1_000_000_000_000_000L,
                "9".repeat(30))) {
            assertThat(problem(NUMBER, wrong)).isIn("Ce nombre est trop grand.", "Saisissez un nombre.");
        }
        assertThat(problem(NUMBER, 999_999_999_999_999L)).isEmpty();
        assertThat(problem(NUMBER, 1e-300)).isEqualTo("10 chiffres après la virgule au plus.");
        assertThat(problem(NUMBER, new BigDecimal("0E+999"))).isEmpty();
    }

    @Test
    @DisplayName("keeps within its bounds, its decimals and its steps")
    void rules() {
        Form form = form("{'type':'number','key':'x','decimalDigits':1,'increment':0.5,"
                + "'validate':{'required':true,'min':1,'max':'2.5'}}");

        assertThat(problem(form, 1.5)).isEmpty();
        assertThat(problem(form, 0)).isEqualTo("La valeur minimale est 1.");
        assertThat(problem(form, 3)).isEqualTo("La valeur maximale est 2,5.");
        assertThat(problem(form, 1.25)).isEqualTo("1 chiffre après la virgule au plus.");
        assertThat(problem(form, 1.2)).isEqualTo("Saisissez un multiple de 0,5.");
        assertThat(problem(form, "")).isEqualTo("Ce champ est obligatoire.");
        assertThat(problem(form("{'type':'number','key':'x','decimalDigits':0}"), 1.5))
                .isEqualTo("Saisissez un nombre entier.");
    }
}
