package org.navette.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("COMM-01 A password")
class PasswordPolicyTest {

    private final PasswordPolicy policy = new PasswordPolicy(List.of(new PasswordLength("guide", 6, 8)));

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

    @ParameterizedTest
    @CsvSource({"5, au moins 6", "6, ", "8, ", "9, au plus 8"})
    @DisplayName("PROV-06 has 6 to 8 characters in an espace that asks for the guide's policy")
    void guide(int length, String problem) {
        var problems = policy.problems("k7Rw-3zPq".substring(0, length), "guide", "100000001/PEC", "a@exemple.ma");
        if (problem == null) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems).singleElement().asString().contains(problem);
        }
    }

    private List<String> problems(String password) {
        return policy.problems(password, "trial", "cdurand-partenaire", "camille.durand@exemple.fr");
    }
}
