package org.navette.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.NavetteTest;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("PROC-09 A document of a procedure")
class ProcedureDocumentTest {

    private static final String OWNER = "procedures:" + UUID.randomUUID();
    private static final String BEGINNING = "Nom, Extension, Taille ou Contenu du document non conforme à l'attendu. ";

    @Autowired
    FileStore store;

    private final UUID bucket = UUID.randomUUID();

    static Stream<Arguments> refused() throws IOException {
        byte[] a5 = SamplePdf.with((document, page) -> document.addPage(new PDPage(PDRectangle.A5)));
        return Stream.of(
                Arguments.of(
                        "pièce.pdf",
                        SamplePdf.plain(),
                        "Nom\u00a0: le fichier «\u00a0pièce.pdf\u00a0» a été refusé\u00a0: son nom ne doit contenir que des"
                                + " lettres sans accent, des chiffres, des tirets (- et _) et des espaces, puis son"
                                + " extension."),
                Arguments.of("l'acte.pdf", SamplePdf.plain(), "Nom\u00a0: le fichier"),
                Arguments.of("a.b.pdf", SamplePdf.plain(), "Nom\u00a0: le fichier"),
                Arguments.of("..pdf", SamplePdf.plain(), "Nom\u00a0: le fichier"),
                Arguments.of("\u202epiece.pdf", SamplePdf.plain(), "Nom\u00a0: le fichier"),
                Arguments.of(
                        "piece.docx",
                        SampleOffice.docx(),
                        "Extension\u00a0: le fichier «\u00a0piece.docx\u00a0» a été refusé\u00a0: les types acceptés sont"
                                + " pdf, jpeg, jpg."),
                Arguments.of("piece.png", ContentCheckTest.image("png"), "Extension\u00a0: le fichier"),
                Arguments.of("piece", SamplePdf.plain(), "Extension\u00a0: le fichier"),
                Arguments.of("vide.pdf", new byte[0], "Taille\u00a0: le fichier «\u00a0vide.pdf\u00a0»"),
                Arguments.of(
                        "lourd.pdf",
                        new byte[7_340_033],
                        "Taille\u00a0: le fichier «\u00a0lourd.pdf\u00a0» a été refusé\u00a0: il dépasse la taille maximale"
                                + " de 7\u00a0Mo."),
                Arguments.of(
                        "mixte.pdf",
                        a5,
                        "Contenu\u00a0: le fichier «\u00a0mixte.pdf\u00a0» a été refusé\u00a0: toutes ses pages doivent"
                                + " être au format A4 portrait (210 × 297\u00a0mm, à 5\u00a0% près)\u00a0; la page 2 mesure"
                                + " 148 × 210\u00a0mm."),
                Arguments.of(
                        "secret.pdf",
                        SamplePdf.encrypted("owner", "user"),
                        "Contenu\u00a0: le fichier «\u00a0secret.pdf\u00a0» a été refusé\u00a0: il est protégé"),
                Arguments.of("photo.jpg", SamplePdf.plain(), "Contenu\u00a0: le fichier «\u00a0photo.jpg\u00a0»"),
                Arguments.of(
                        "photo.jpg", SampleJpeg.of(800, 600), "Contenu\u00a0: le fichier «\u00a0photo.jpg\u00a0»"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    @DisplayName("PROC-09 that is refused is told in the guide's words, then which of the four it was and why")
    void refused(String name, byte[] content, String message) {
        assertThatExceptionOfType(RefusedFile.class)
                .isThrownBy(() -> upload(name, content))
                .satisfies(refusal -> assertThat(refusal.getMessage()).startsWith(BEGINNING + message));
        assertThat(store.inBucket(bucket, OWNER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"KBIS 2024_09-01.pdf", "a.PDF", "9.Pdf"})
    @DisplayName("PROC-09 is taken with letters, digits, hyphens, underscores and spaces in its name")
    void taken(String name) {
        assertThat(upload(name, SamplePdf.plain()).name()).isEqualTo(name);
    }

    @Test
    @DisplayName("PROC-09 a refusal that is not about the document keeps its own words")
    void otherRefusals() {
        byte[] pdf = SamplePdf.plain();
        upload("un.pdf", pdf);
        assertThatExceptionOfType(RefusedFile.class)
                .isThrownBy(() -> upload("un.pdf", pdf))
                .withMessageStartingWith("Le fichier «\u00a0un.pdf\u00a0» a été refusé\u00a0: il a déjà été ajouté");
        assertThatExceptionOfType(RefusedFile.class)
                .isThrownBy(() -> store.upload(bucket, OWNER, rules(), 10, "deux.pdf", in(SamplePdf.plain())))
                .withMessageStartingWith("Le nombre de fichiers est limité à 10");
    }

    @Test
    @DisplayName("PROC-09 PROC-14 the table allows 10 files of 7 Mo for each document, and agents 8 results")
    void tables() {
        assertThat(rules().maxCount()).isEqualTo(10);
        assertThat(rules().maxBytes()).isEqualTo(7 * 1_048_576);
        assertThat(rules().pageFormat()).isEqualTo(PageFormat.A4_PORTRAIT);
        AttachmentRules results = store.rules("procedures.result", "");
        assertThat(results.maxCount()).isEqualTo(8);
        assertThat(results.extensions()).isEqualTo(List.of("pdf"));
        assertThat(results.pageFormat()).isNull();
        assertThat(store.upload(bucket, OWNER, results, 0, "Attestation signée.pdf", in(SamplePdf.plain()))
                        .name())
                .isEqualTo("Attestation signée.pdf");
    }

    private AttachmentRules rules() {
        return store.rules("procedures.document", "");
    }

    private StoredFile upload(String name, byte[] content) {
        return store.upload(bucket, OWNER, rules(), 0, name, in(content));
    }

    private static ByteArrayInputStream in(byte[] content) {
        return new ByteArrayInputStream(content);
    }
}
