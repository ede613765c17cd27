package org.navette.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.navette.NavetteTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@NavetteTest
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("The reference table of the ANS")
class SoftwareAtStartTest {

    private static final String TITLES = String.join(";", SoftwareAtStart.COLUMNS) + "\n";
    private static final String LINE = "%s;Plume;LGC;MDV;DSR-MDV-LGC-Va1;1;General, MSS;07/10/2025;31/12/2026\n";

    @Autowired
    SoftwareAtStart loader;

    @Autowired
    Softwares softwares;

    @TempDir
    Path folder;

    @Test
    @DisplayName("FUND-05 is loaded from its file, and again when the file has changed")
    void loaded() throws IOException {
        load(TITLES + LINE.formatted("esaAns001"));
        Software software = softwares.find(" ESAANS001 ").orElseThrow();
        assertThat(software)
                .isEqualTo(new Software(
                        "esaAns001",
                        "Plume",
                        "LGC",
                        Couloir.MDV,
                        "DSR-MDV-LGC-Va1",
                        1,
                        Set.of("General", "MSS"),
                        LocalDate.of(2025, 10, 7),
                        LocalDate.of(2026, 12, 31)));
        load(TITLES + LINE.formatted("esaAns001").replace("Plume", "Plume 2"));
        assertThat(softwares.find("esaAns001").orElseThrow().name()).isEqualTo("Plume 2");
    }

    @ParameterizedTest
    @CsvSource({
        "MDV;,XYZ;,celui d’un couloir",
        "Va1;1;,Va1;3;,ni 1 ni 2",
        "07/10/2025,31/02/2025,n’est pas une date",
        "31/12/2026,01/01/2020,précède la date d’effet",
        "Plume;,;,est vide"
    })
    @DisplayName("FUND-05 is not loaded at all when a line is wrong; the log says which and why")
    void wrong(String right, String wrong, String why, CapturedOutput log) throws IOException {
        load(TITLES + LINE.formatted("esaAns010") + LINE.formatted("esaAns011").replace(right, wrong));
        assertThat(log).contains("ligne 3").contains(why);
        assertThat(softwares.find("esaAns010")).isEmpty();
    }

    @Test
    @DisplayName("FUND-05 refuses a number twice, in any case")
    void twice(CapturedOutput log) throws IOException {
        load(TITLES + LINE.formatted("esaAns020") + LINE.formatted("ESAANS020"));
        assertThat(log).contains("est déjà sur une autre ligne");
        assertThat(softwares.find("esaAns020")).isEmpty();
    }

    @Test
    @DisplayName("FUND-05 is not loaded in part when the file is too large to be read whole")
    void tooLarge(CapturedOutput log) throws IOException {
        load(TITLES + LINE.formatted("esaAns030") + "\n".repeat(20 * 1024 * 1024));
        assertThat(log).contains("le fichier dépasse 20\u00a0Mo");
        assertThat(softwares.find("esaAns030")).isEmpty();
    }

    @Test
    @DisplayName("FUND-05 the demonstration's file can be loaded")
    void demonstration() {
        loader.load("classpath:local/funding/software.csv");
        for (Couloir couloir : Couloir.values()) {
            assertThat(softwares.find(couloir.name().toLowerCase(java.util.Locale.ROOT)
                            + "7"
                            + switch (couloir) {
                                case HOP -> "dpi";
                                case MDV -> "lgc";
                                case RAD -> "ris";
                                case PHA -> "lgo";
                                case BIO -> "sgl";
                                case MS1 -> "dui";
                                case MSS -> "ope";
                                case SAS -> "plt";
                            }
                            + "001"))
                    .map(Software::couloir)
                    .contains(couloir);
        }
    }

    private void load(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("software.csv"), content);
        loader.load(file.toUri().toString());
    }
}
