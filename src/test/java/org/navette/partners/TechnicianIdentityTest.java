package org.navette.partners;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.partners.TechnicianIdentity.Field;
import org.navette.partners.TechnicianIdentity.Problem;

@DisplayName("PART-21 Who a technician is")
class TechnicianIdentityTest {

    private static final String LABEL = "d".repeat(63);

    @Test
    @DisplayName("PART-21 blanks around are dropped and accents are one character")
    void cleaned() {
        var typed = new TechnicianIdentity("  O’Reilly-Béart ", "He\u0301le\u0300ne", " h.beart@relais.example\t");
        assertThat(typed.problems()).isEmpty();
        assertThat(typed).isEqualTo(new TechnicianIdentity("O’Reilly-Béart", "Hélène", "h.beart@relais.example"));
    }

    @Test
    @DisplayName("PART-21 what is missing is missing, whatever it is")
    void missing() {
        assertThat(TechnicianIdentity.typed(null, " ", "\u3000").problems())
                .containsOnlyKeys(Field.values())
                .containsValues(Problem.MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"R2D2", "<b>", "a\u0000b", "\u0000", "'- ’", "a\nb", "Иван", "x@y", "\ud83d\ude00", "\u202ea"})
    @DisplayName("PART-21 a name has letters, apostrophes, hyphens and spaces")
    void names(String name) {
        assertThat(new TechnicianIdentity(name, name, "a@b.fr").problems())
                .hasSize(2)
                .containsEntry(Field.LAST_NAME, Problem.INVALID)
                .containsEntry(Field.FIRST_NAME, Problem.INVALID);
    }

    @Test
    @DisplayName("PART-21 the longest values are taken, one character more is not")
    void lengths() {
        String longest = "a".repeat(64) + "@" + LABEL + "." + LABEL + "." + "d".repeat(61);
        assertThat(longest).hasSize(254);
        String name = "n".repeat(50);
        assertThat(new TechnicianIdentity(name, name, longest).problems()).isEmpty();
        assertThat(new TechnicianIdentity(name + "n", name + "n", longest + "d").problems())
                .hasSize(3)
                .containsValues(Problem.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a@",
                "@b.fr",
                "a@b",
                "a b@c.fr",
                "a@b..fr",
                ".a@b.fr",
                "a.@b.fr",
                "a@-b.fr",
                "a@b.f",
                "é@b.fr",
                "a@b.fr,c@d.fr",
                "A <a@b.fr>",
                "a@b.fr\nBcc: c@d.fr",
                "a\u0000@b.fr",
                "a@b@c.fr"
            })
    @DisplayName("PART-21 an address that no mail would reach is refused")
    void emails(String email) {
        assertThat(new TechnicianIdentity("Nom", "Prénom", email).problems())
                .hasSize(1)
                .containsEntry(Field.EMAIL, Problem.INVALID);
    }
}
