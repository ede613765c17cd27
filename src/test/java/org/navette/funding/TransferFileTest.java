package org.navette.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.navette.HostileTexts;

@DisplayName("A name in a file of transfers")
class TransferFileTest {

    private static final List<String> HOSTILE = Stream.concat(
                    HostileTexts.CURIOUS.stream(), HostileTexts.refusedInLines())
            .toList();

    @ParameterizedTest
    @FieldSource("HOSTILE")
    @DisplayName("FUND-17 has nothing but what every bank takes, whatever the account's holder is called")
    void hostile(String name) {
        assertThat(TransferFile.name(name)).matches("[A-Za-z0-9?:().,'+ -][A-Za-z0-9/?:().,'+ -]{0,69}");
    }

    @Test
    @DisplayName("FUND-17 stays readable without accents, and is never empty nor longer than banks take")
    void readable() {
        assertThat(TransferFile.name("Éditeur d’Œuvres & Fils")).isEqualTo("Editeur d'OEuvres ET Fils");
        assertThat(TransferFile.name("عيادة")).isEqualTo("TITULAIRE");
        assertThat(TransferFile.name("//Société")).isEqualTo("Societe");
        assertThat(TransferFile.name("é".repeat(100))).isEqualTo("e".repeat(70));
    }
}
