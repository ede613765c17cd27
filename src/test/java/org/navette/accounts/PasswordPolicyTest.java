package org.navette.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("COMM-01 A password")
class PasswordPolicyTest {

    private final PasswordPolicy policy = new PasswordPolicy();

    @ParameterizedTest
    @CsvSource({"11, au moins 12", "12, ", "128, ", "129, au plus 128"})
    @DisplayName("COMM-01 has 12 to 128 characters")
    void length(int length, String problem) {
        // a letter beyond 16 bits is one character
        String password = "\uD83D\uDE80" + "xy9-kL2 ".repeat(20).substring(0, length - 1);
        var problems = problems(password);
        if (problem == null) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems).singleElement().asString().contains(problem);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"motdepasse123", "MotDePasse123", "azertyuiopqs", "Sésame Ouvre-Toi", "123456789012"})
    @DisplayName("COMM-01 is none of the common ones, whatever its case and accents")
    void common(String password) {
        assertThat(problems(password)).singleElement().asString().contains("trop courant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"camille.durand@exemple.fr", "CAMILLE.DURAND@exemple.fr", "camille.durand", "cdurand-partenaire"
            })
    @DisplayName("COMM-01 is neither the login nor the e-mail nor what stands before its @")
    void own(String password) {
        assertThat(problems(password)).singleElement().asString().contains("identifiant");
    }

    @Test
    @DisplayName("COMM-01 needs no digit, capital or sign: a passphrase is fine")
    void phrase() {
        assertThat(problems("le chat dort sous la table")).isEmpty();
    }

    private java.util.List<String> problems(String password) {
        return policy.problems(password, "cdurand-partenaire", "camille.durand@exemple.fr");
    }
}
