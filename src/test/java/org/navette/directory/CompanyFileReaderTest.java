package org.navette.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.DefaultResourceLoader;

@DisplayName("PROC-08 The data files of companies")
class CompanyFileReaderTest {

    @TempDir
    Path folder;

    private CompanyFilesFolder files;

    @BeforeEach
    void files() {
        files = new CompanyFilesFolder(folder);
    }

    @Test
    @DisplayName("PROC-08 are read with what is written another way: blanks, +33, quotes")
    void read() throws WrongLines {
        CompanyData data = files.read();
        assertThat(data.names()).containsEntry("999800022", "Les Lunettes; d’Élise");
        Establishment seat = data.establishments().get(CompanyFilesFolder.DESNOYERS);
        assertThat(seat)
                .isEqualTo(new Establishment(
                        CompanyFilesFolder.DESNOYERS,
                        true,
                        "",
                        new Establishment.Address("3 rue de l’Église", "", "94240", "L’Haÿ-les-Roses"),
                        "a@b.example",
                        "0199001001",
                        LocalDate.of(2003, 2, 1),
                        "759900001",
                        seat.technicalRepresentatives()));
        assertThat(seat.technicalRepresentatives()).extracting("rpps").containsExactly("10002345675", null);
        Establishment annexe = data.establishments().get(CompanyFilesFolder.SECOND);
        assertThat(annexe.billingNumber()).isNull();
        assertThat(annexe.openedOn()).isNull();
        assertThat(data.legalRepresentatives().get("999800014"))
                .extracting("civility")
                .containsExactly("MRS");
        assertThat(data.legalCount()).isEqualTo(1);
        assertThat(data.technicalCount()).isEqualTo(2);
    }

    @Test
    @DisplayName("COMM-15 those of the demonstration can be taken")
    void demonstration() throws WrongLines {
        CompanyData data = CompanyFileReader.read(new DefaultResourceLoader(), "classpath:local/directory");
        assertThat(data.names()).hasSize(40);
        assertThat(data.establishments()).hasSizeGreaterThan(50);
        assertThat(data.legalRepresentatives()).hasSize(40);
        assertThat(data.establishments().values())
                .allSatisfy(it -> assertThat(it.technicalRepresentatives()).isNotEmpty());
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "companies | 999800022 | 999800023 | companies.csv, ligne 3 : la colonne « siren » n’est pas un SIREN",
                "companies | 999800022 | 999800014 | companies.csv, ligne 3 : l’entreprise 999800014 est déjà sur une autre ligne",
                "companies | Orthopédie Desnoyers | `` | companies.csv, ligne 2 : la colonne « name » est vide",
                "companies | siren;name | name;siren | companies.csv, ligne 1 : les colonnes attendues sont siren;name",
                "companies | Orthopédie | Ortho;pédie | companies.csv, ligne 2 : 3 colonnes au lieu de 2",
                "companies | Élise\" | Élise | companies.csv, ligne 3 : les guillemets ne se suivent pas correctement",
                "establishments | 99980001400014 | 99980001400015 | establishments.csv, ligne 2 : la colonne « siret » n’est pas un SIRET",
                "establishments | 99980002200017 | 99970000800017 | establishments.csv, ligne 4 : l’entreprise 999700008 n’est pas dans companies.csv",
                "establishments | 999 800 014 00022;non | 99980001400014;non | establishments.csv, ligne 3 : l’établissement 99980001400014 est déjà sur une autre ligne",
                "establishments | 00022;non | 00022;oui | establishments.csv, ligne 3 : l’entreprise 999800014 a déjà un siège",
                "establishments | 14;oui | 14;vrai | establishments.csv, ligne 2 : la colonne « head_office » n’est ni oui ni non",
                "establishments | 17;oui | 17;non | establishments.csv : l’entreprise 999800022 n’a pas de siège",
                "establishments | 759900002 | 759900001 | establishments.csv, ligne 4 : le numéro de facturation 759900001 est déjà sur une autre ligne",
                "establishments | 759900002 | 75990000 | establishments.csv, ligne 4 : la colonne « billing_number » n’a pas 9 chiffres",
                "establishments | 94240 | 99240 | establishments.csv, ligne 2 : la colonne « postcode » n’est pas un code postal",
                "establishments | +33 1 99 | +32 1 99 | establishments.csv, ligne 2 : la colonne « phone » n’est pas un numéro de téléphone français",
                "establishments | a@b.example | a.example | establishments.csv, ligne 2 : la colonne « email » n’est pas une adresse e-mail",
                "establishments | 01/02/2004 | 31/02/2004 | establishments.csv, ligne 4 : la colonne « opened_on » n’est pas une date (jj/mm/aaaa, à partir de 1900)",
                "legal-representatives | 999800014 | 999700008 | legal-representatives.csv, ligne 2 : la colonne « siren » n’est pas dans companies.csv",
                "legal-representatives | 29/02/1980 | 29/02/1981 | legal-representatives.csv, ligne 2 : la colonne « birth_date » n’est pas une date (jj/mm/aaaa, à partir de 1900)",
                "legal-representatives | 29/02/1980 | `` | legal-representatives.csv, ligne 2 : la colonne « birth_date » est vide",
                "legal-representatives | Madame | Mme | legal-representatives.csv, ligne 2 : la colonne « civility » n’est ni Madame ni Monsieur",
                "technical-representatives | 10002345675 | 10002345674 | technical-representatives.csv, ligne 2 : la colonne « rpps » n’est pas un numéro RPPS",
                "technical-representatives | 942612345 | 94261234 | technical-representatives.csv, ligne 2 : la colonne « adeli » n’est pas un numéro ADELI",
                "technical-representatives | 99980001400014;Madame | 99980001400015;Madame | technical-representatives.csv, ligne 3 : la colonne « siret » n’est pas dans establishments.csv",
            })
    @DisplayName("PROC-08 with a wrong line are refused, with its number and the reason")
    void wrong(String file, String before, String after, String problem) {
        files.change(file + ".csv", before, after);
        assertThatThrownBy(files::read).isInstanceOfSatisfying(WrongLines.class, e -> assertThat(e.problems())
                .first()
                .isEqualTo(problem.replace("« ", "«\u00a0")
                        .replace(" »", "\u00a0»")
                        .replace(" : ", "\u00a0: ")));
    }

    @Test
    @DisplayName("PROC-08 that are not UTF-8, hold a NUL, are empty or are missing are refused")
    void unreadable() throws Exception {
        Files.write(
                folder.resolve("companies.csv"), "siren;name\n999800014;É\n".getBytes(Charset.forName("windows-1252")));
        assertThatThrownBy(files::read).isInstanceOfSatisfying(WrongLines.class, e -> assertThat(e.problems())
                .contains("companies.csv\u00a0: le fichier n’est pas en UTF-8"));
        files.change("companies.csv", "Desnoyers", "Des\0noyers");
        assertThatThrownBy(files::read).isInstanceOfSatisfying(WrongLines.class, e -> assertThat(e.problems())
                .contains(
                        "companies.csv, ligne 2\u00a0: la colonne «\u00a0name\u00a0» contient un caractère invisible"));
        files.write("companies.csv", "");
        assertThatThrownBy(files::read).isInstanceOfSatisfying(WrongLines.class, e -> assertThat(e.problems())
                .contains("companies.csv\u00a0: le fichier est vide, les colonnes attendues sont siren;name"));
        Files.delete(folder.resolve("companies.csv"));
        assertThatThrownBy(files::read).isInstanceOfSatisfying(WrongLines.class, e -> assertThat(e.problems())
                .containsExactly("companies.csv\u00a0: le fichier ne peut pas être lu"));
    }

    @Test
    @DisplayName("PROC-08 with the mark, the line ends and the empty lines of a spreadsheet are taken")
    void spreadsheet() throws Exception {
        files.write("companies.csv", "\uFEFFsiren;name\r\n\r\n999800014;Un\r\n999800022;Deux");
        assertThat(files.read().names()).containsOnlyKeys("999800014", "999800022");
        files.write("companies.csv", "\uFEFFsiren;name\r\n\r\n999800014;Un\r\n999800023;Deux");
        assertThatThrownBy(files::read)
                .isInstanceOfSatisfying(
                        WrongLines.class,
                        e -> assertThat(e.problems()).first().asString().startsWith("companies.csv, ligne 4"));
    }

    @Test
    @DisplayName("PROC-08 with many wrong lines name the first fifty")
    void many() {
        files.write("companies.csv", "siren;name\n" + "1;x\n".repeat(5_000));
        assertThatThrownBy(files::read).isInstanceOfSatisfying(WrongLines.class, e -> assertThat(e.problems())
                .hasSize(50));
    }
}
