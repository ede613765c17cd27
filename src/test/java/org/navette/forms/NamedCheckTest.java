package org.navette.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.navette.forms.FormsFixture.check;
import static org.navette.forms.FormsFixture.form;
import static org.navette.forms.FormsFixture.problem;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("PROC-08 An identifier that a field asks for by its property check")
class NamedCheckTest {

    @ParameterizedTest(name = "{0}: \"{1}\" is stored \"{2}\"")
    @DisplayName("PROC-08 is stored plain, however it is typed or pasted")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "siret | 73282932000074 | 73282932000074",
                "siret | ` 732 829 320 00074 ` | 73282932000074",
                "siret | `732\u00a0829\u202f320 00074` | 73282932000074",
                "siret | 732.829.320.00074 | 73282932000074",
                // La Poste: its seat is right by the ordinary rule, its other establishments by their own
                "siret | 35600000000048 | 35600000000048",
                "siret | 35600000009075 | 35600000009075",
                "siret | 00000000000000 | 00000000000000",
                "rpps | 10000000009 | 10000000009",
                "rpps | 10 00 00 00 009 | 10000000009",
                "adeli | 752612345 | 752612345",
                "adeli | 2a 26 1234 5 | 2A2612345",
                "phone | 01 99 00 10 02 | 0199001002",
                "phone | 01.99.00.10.02 | 0199001002",
                "phone | 01-99-00-10-02 | 0199001002",
                "phone | +33 1 99 00 10 02 | 0199001002",
                "phone | +33 (0)1 99 00 10 02 | 0199001002",
                "phone | 0033199001002 | 0199001002",
                "phone | +262 692 12 34 56 | 0692123456",
                "postcode | 75010 | 75010",
                "postcode | 75 010 | 75010",
                "postcode | 20167 | 20167",
                "postcode | 97400 | 97400",
                "billing-number | 123 456 789 | 123456789",
            })
    void accepted(String check, String typed, String stored) {
        assertThat(check(field(check), Map.of("x", typed))).containsEntry("x", stored);
    }

    @ParameterizedTest(name = "{0}: \"{1}\"")
    @DisplayName("PROC-08 that cannot be one is refused beside its field, in French")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "siret | 7328293200007 | Ce SIRET n'est pas valide",
                "siret | 732829320000745 | Ce SIRET n'est pas valide",
                "siret | 73282932000075 | Ce SIRET n'est pas valide",
                "siret | 35600000009076 | Ce SIRET n'est pas valide",
                "siret | 35600000100000 | Ce SIRET n'est pas valide",
                "siret | 732829320 | Ce SIRET n'est pas valide",
                "siret | 7328293200007A | Ce SIRET n'est pas valide",
                "siret | 732-829-320-00074 | Ce SIRET n'est pas valide",
                "siret | ٧٣٢٨٢٩٣٢٠٠٠٠٧٤ | Ce SIRET n'est pas valide",
                "siret | ７３２８２９３２００００７４ | Ce SIRET n'est pas valide",
                "rpps | 1000000000 | Ce numéro RPPS n'est pas valide",
                "rpps | 100000000090 | Ce numéro RPPS n'est pas valide",
                "rpps | 10000000008 | Ce numéro RPPS n'est pas valide",
                "rpps | 1000000000X | Ce numéro RPPS n'est pas valide",
                "adeli | 75261234 | Ce numéro ADELI n'est pas valide",
                "adeli | 7526123456 | Ce numéro ADELI n'est pas valide",
                "adeli | G52612345 | Ce numéro ADELI n'est pas valide",
                "phone | 019900100 | Saisissez un numéro français",
                "phone | 01990010022 | Saisissez un numéro français",
                "phone | 0099001002 | Saisissez un numéro français",
                "phone | +32 2 123 45 67 | Saisissez un numéro français",
                "phone | zéro un | Saisissez un numéro français",
                "postcode | 7501 | Ce code postal n'est pas valable",
                "postcode | 750100 | Ce code postal n'est pas valable",
                "postcode | 00100 | Ce code postal n'est pas valable",
                "postcode | 99100 | Ce code postal n'est pas valable",
                "postcode | 2A000 | Ce code postal n'est pas valable",
                "billing-number | 12345678 | Le numéro de facturation compte neuf chiffres",
                "billing-number | 1234567890 | Le numéro de facturation compte neuf chiffres",
                "billing-number | 12345678A | Le numéro de facturation compte neuf chiffres",
                "iban | FR76 3000 6000 0112 3456 7890 188 | Cet IBAN n'est pas valide",
                "iban | FR76 3000 6000 0112 3456 7890 18 | Cet IBAN n'est pas valide",
                "iban | US64SVBKUS6S3300958879 | Cet IBAN n'est pas valide",
                "iban | ９９ | Cet IBAN n'est pas valide",
                "bic | AGRI | Ce BIC n'est pas valide",
                "bic | AGRIZZPP | Ce BIC n'est pas valide",
                "bic | AGRIFRPPXX | Ce BIC n'est pas valide",
            })
    void refused(String check, String typed, String told) {
        assertThat(problem(field(check), typed)).startsWith(told);
    }

    @ParameterizedTest
    @EnumSource(NamedCheck.class)
    @DisplayName("PROC-08 is optional where its field is, and never a number, a list or thousands of characters")
    void bounds(NamedCheck check) {
        Form field = field(check.code());
        assertThat(check(field, Map.of("x", ""))).isEmpty();
        assertThat(check(field, Map.of("x", " \u00a0. ")))
                .as("nothing but separators")
                .isEmpty();
        assertThat(problem(field, 73282932000074L)).isEqualTo("Saisissez un texte.");
        assertThat(problem(field, java.util.List.of("1"))).isEqualTo("Saisissez un texte.");
        assertThat(problem(field, "1".repeat(15_000))).isNotEmpty();
        assertThat(problem(field, "12\u0000")).startsWith("Ce texte contient des caractères");
        assertThat(problem(field, "12\n34")).startsWith("Ce texte contient des caractères");
    }

    @Test
    @DisplayName("PROC-08 is measured after its separators are gone")
    void length() {
        Form field = form("{'type':'textfield','key':'x','properties':{'check':'siret'},'validate':{'maxLength':14}}");
        assertThat(check(field, Map.of("x", "7 3 2 8 2 9 3 2 0 0 0 0 7 4"))).containsEntry("x", "73282932000074");
    }

    @ParameterizedTest
    @ValueSource(strings = {"siren", "SIRET", "billing number", "billing_number", "IBAN"})
    @DisplayName("COMM-13 by a check that does not exist makes the form invalid")
    void unknown(String check) {
        assertThatExceptionOfType(InvalidForm.class)
                .isThrownBy(() -> field(check))
                .withMessageContaining("le contrôle « " + check + " » n'existe pas");
    }

    private static Form field(String check) {
        return form("{'type':'textfield','key':'x','properties':{'check':'" + check + "'}}");
    }
}
