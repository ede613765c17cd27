package org.navette.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

@DisplayName("COMM-19 A password that is kept")
class PasswordsTest {

    private static final String PASSWORD = "la clé est sous le paillasson";

    private final PasswordEncoder encoder = new Passwords().passwordEncoder();

    @Test
    @DisplayName("COMM-19 is hashed by Argon2id with 19 MiB and two passes, never twice alike")
    void strength() {
        String kept = encoder.encode(PASSWORD);
        assertThat(kept).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(encoder.encode(PASSWORD)).isNotEqualTo(kept);
        assertThat(encoder.matches(PASSWORD, kept)).isTrue();
        assertThat(encoder.matches("la clef est sous le paillasson", kept)).isFalse();
        assertThat(encoder.upgradeEncoding(kept)).isFalse();
        assertThat(encoder.upgradeEncoding(kept.replace("m=19456", "m=4096"))).isTrue();
    }

    @Test
    @DisplayName("COMM-19 is the same whether its accents are typed as one character or as two")
    void accents() {
        String kept = encoder.encode(Normalizer.normalize(PASSWORD, Normalizer.Form.NFD));
        assertThat(encoder.matches(Normalizer.normalize(PASSWORD, Normalizer.Form.NFC), kept))
                .isTrue();
    }
}
