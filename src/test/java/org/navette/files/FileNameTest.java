package org.navette.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.files.RefusedFile.Reason;

@DisplayName("The name of a file")
class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "facture.pdf, facture.pdf",
        "../../x.pdf, x.pdf",
        "C:\\Users\\me\\Attestation.PDF, Attestation.PDF",
        "'  Été 2026 (n° 1).pdf ', Été 2026 (n° 1).pdf",
        "/etc/passwd, passwd",
    })
    @DisplayName("COMM-06 a path is reduced to its last part, spaces around are dropped")
    void reduced(String raw, String clean) {
        assertThat(FileName.clean(raw)).isEqualTo(clean);
    }

    @Test
    @DisplayName("COMM-06 a name written with combining accents is kept in NFC")
    void normalised() {
        assertThat(FileName.clean("re\u0301sume\u0301.pdf")).isEqualTo("r\u00e9sum\u00e9.pdf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "dossier/",
                "..",
                ".htaccess",
                "a\u0000.pdf",
                "a\r\nb.pdf",
                "a\u202Efdp.exe",
                "a\u200Bb.pdf",
                "a\uD800.pdf",
                "que?.pdf",
                "a:b.pdf",
                "a|b.pdf",
                "a\"b.pdf",
                "<a>.pdf",
                "NUL.pdf",
                "com1"
            })
    @DisplayName("COMM-06 a name that could deceive a reader or a file system is refused")
    void refused(String raw) {
        assertThatExceptionOfType(RefusedFile.class)
                .isThrownBy(() -> FileName.clean(raw))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.NAME))
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContainPattern("[\\p{Cc}\u202E]"));
    }

    @Test
    @DisplayName("COMM-06 a name of 150 characters is taken, one of 300 is refused with a short message")
    void length() {
        String longest = "é".repeat(146) + ".pdf";
        assertThat(FileName.clean(longest)).isEqualTo(longest);
        assertThatExceptionOfType(RefusedFile.class)
                .isThrownBy(() -> FileName.clean("a".repeat(296) + ".pdf"))
                .withMessageContaining("dépasse 150 caractères")
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(150));
    }
}
