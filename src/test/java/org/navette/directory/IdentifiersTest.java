package org.navette.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("PROC-08 Identifiers of the LPP field")
class IdentifiersTest {

    @ParameterizedTest
    @CsvSource({
        "73282932000074, true",
        "73282932000075, false",
        "7328293200007, false",
        "35600000000048, true",
        "35600000009075, true",
        "35600000009076, false",
        "'732 829 320 00074', true",
        "７３２８２９３２００００７４, false",
        "'', false",
    })
    @DisplayName("PROC-08 a SIRET has 14 digits and a right check, La Poste's own rule included")
    void siret(String typed, boolean valid) {
        assertThat(Siret.isValid(Siret.plain(typed))).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({
        "10002345675, true",
        "'1000 2345 675', true",
        "10002345674, false",
        "1000234567, false",
        "100023456750, false",
        "1000234567A, false",
    })
    @DisplayName("PROC-08 an RPPS number has 11 digits and a right check")
    void rpps(String typed, boolean valid) {
        assertThat(Rpps.isValid(Rpps.plain(typed))).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({
        "752612345, true", "'75 26 12345', true", "2a2612345, true", "9F2612345, true",
        "75261234, false", "7526123456, false", "75261234X, false", "'', false",
    })
    @DisplayName("PROC-08 an ADELI number has 9 characters")
    void adeli(String typed, boolean valid) {
        assertThat(Adeli.isValid(Adeli.plain(typed))).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({
        "0199001234",
        "'01 99 00 12 34'",
        "01.99.00.12.34",
        "01-99-00-12-34",
        "+33199001234",
        "'+33 (0)1 99 00 12 34'",
        "0033199001234",
        "'\u00a001\u202f99 00 12 34 '",
        "+330199001234",
    })
    @DisplayName("PROC-08 a French phone is taken however it is typed, and kept as ten digits")
    void phone(String typed) {
        String plain = FrenchPhone.plain(typed);
        assertThat(plain).isEqualTo("0199001234");
        assertThat(FrenchPhone.isValid(plain)).isTrue();
        assertThat(FrenchPhone.shown(plain)).isEqualTo("01.99.00.12.34");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "019900123",
                "01990012345",
                "0099001234",
                "+32199001234",
                "01 99 00 12 3a",
                "+33 0",
                "3646",
                "1199001234"
            })
    @DisplayName("PROC-08 another phone is none of France")
    void otherPhone(String typed) {
        String plain = FrenchPhone.plain(typed);
        assertThat(FrenchPhone.isValid(plain)).isFalse();
        assertThat(FrenchPhone.shown(plain)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({"+262 262 12 34 56, 0262123456", "+590 690 12 34 56, 0690123456", "00596596123456, 0596123456"})
    @DisplayName("PROC-08 the codes of overseas départements lead to their ten digits")
    void overseas(String typed, String plain) {
        assertThat(FrenchPhone.plain(typed)).isEqualTo(plain);
        assertThat(FrenchPhone.isValid(plain)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "75010, true", "01000, true", "20090, true", "97400, true", "98800, true", "'75 010', true",
        "00100, false", "99999, false", "7501, false", "750100, false", "2A004, false", "'', false",
    })
    @DisplayName("PROC-08 a postcode has 5 digits from 01000 to 98999")
    void postcode(String typed, boolean valid) {
        assertThat(FrenchPostcode.isValid(FrenchPostcode.plain(typed))).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({"752600007, true", "'752 600 007', true", "75260000, false", "7526000070, false", "75260000X, false"})
    @DisplayName("PROC-14 a billing number has 9 digits")
    void billingNumber(String typed, boolean valid) {
        assertThat(BillingNumber.isValid(BillingNumber.plain(typed))).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({
        "Anne-Sophie, anne sophie, true",
        "O'Connell, O’CONNELL, true",
        "d’Hautefeuille, DHAUTEFEUILLE, true",
        "Müller, muller, true",
        "Kœnig, KOENIG, true",
        "Çelik, celik, true",
        "Lefèvre, Lefebvre, false",
        "'', '', false",
        "-, ’, false",
    })
    @DisplayName("PROC-03 names are the same without case, accents, hyphens, apostrophes and spaces")
    void names(String one, String other, boolean same) {
        assertThat(PersonName.same(one, other)).isEqualTo(same);
    }
}
