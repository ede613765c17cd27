package org.navette.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.navette.files.RefusedFile.Reason;

@DisplayName("The content of a file")
class ContentCheckTest {

    private static final AttachmentRules RULES = new AttachmentRules(
            8,
            5_242_880,
            List.of("pdf", "doc", "docx", "xls", "xlsx", "csv", "txt", "tif", "tiff", "png", "jpg", "jpeg"),
            null,
            null);

    private final ContentCheck check = new ContentCheck();

    static Stream<Arguments> taken() throws IOException {
        return Stream.of(
                Arguments.of("a.pdf", SamplePdf.plain()),
                Arguments.of("b.pdf", SamplePdf.with((d, p) -> {}, CompressParameters.NO_COMPRESSION)),
                Arguments.of("c.pdf", SamplePdf.with(SamplePdf::linkAndFirstView)),
                Arguments.of("a.docx", SampleOffice.docx()),
                Arguments.of("a.xlsx", SampleOffice.xlsx()),
                Arguments.of("chart.docx", SampleOffice.docx(Map.of("word/embeddings/c.xlsx", SampleOffice.xlsx()))),
                Arguments.of("a.doc", SampleOffice.doc()),
                Arguments.of("a.xls", SampleOffice.xls()),
                Arguments.of("a.png", image("png")),
                Arguments.of("a.jpg", image("jpg")),
                Arguments.of("a.JPEG", image("jpg")),
                Arguments.of("a.tif", new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0, 0, 0}),
                Arguments.of("a.tiff", new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 0}),
                Arguments.of("a.csv", text("Nom;Prénom\r\nDÉSIRÉ;Anaïs\r\n", StandardCharsets.UTF_8)),
                Arguments.of("b.csv", text("Nom;Prénom\r\nDÉSIRÉ;Anaïs – 5 €\r\n", Charset.forName("windows-1252"))),
                Arguments.of("c.csv", text("Article;Prix\n1;2", StandardCharsets.UTF_8)),
                Arguments.of("d.csv", text("\uFEFFNuméro;Prix\n1;2", StandardCharsets.UTF_8)),
                Arguments.of("a.txt", text("Bonjour", StandardCharsets.UTF_8)),
                Arguments.of("a.json", text("{\"nom\": \"Désiré\"}", StandardCharsets.UTF_8)),
                Arguments.of("b.json", text("\uFEFF \r\n\t[1, 2]", StandardCharsets.UTF_8)),
                // who seeks help with a broken file sends it
                Arguments.of("broken.json", text("{\"nom\": ", StandardCharsets.UTF_8)),
                Arguments.of("a.zip", SampleOffice.zip(Map.of("a.json", new byte[10]))),
                Arguments.of(
                        "nested.zip", SampleOffice.zip(Map.of("b.zip", SampleOffice.zip(Map.of("a", new byte[1]))))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    @DisplayName("COMM-06 every type of the rules is taken when it is what it says")
    void taken(String name, byte[] content) throws IOException {
        check(name, content);
    }

    static Stream<Arguments> refused() throws IOException {
        Map<String, byte[]> macros = Map.of("word/vbaProject.bin", SampleOffice.docWithMacros());
        String docm = "application/vnd.ms-word.document.macroEnabled.main+xml";
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 2000; i++) {
            many.put("word/p" + i + ".xml", new byte[0]);
        }
        byte[] nested = SampleOffice.zip(Map.of("a.txt", new byte[10]));
        byte[] twice = SampleOffice.docx(Map.of("word/embeddings/b.docx", SampleOffice.docx()));
        byte[] pdf = SamplePdf.plain();
        return Stream.of(
                Arguments.of("text.pdf", SampleOffice.ascii("Bonjour"), Reason.CONTENT),
                Arguments.of("picture.pdf", image("png"), Reason.CONTENT),
                Arguments.of("page.csv", SampleOffice.ascii("<!DOCTYPE html><html></html>"), Reason.CONTENT),
                Arguments.of("drawing.png", svg(), Reason.CONTENT),
                Arguments.of("drawing.txt", svg(), Reason.CONTENT),
                Arguments.of("a.png", image("jpg"), Reason.CONTENT),
                Arguments.of("a.tif", image("png"), Reason.CONTENT),
                Arguments.of("text.json", SampleOffice.ascii("Bonjour"), Reason.CONTENT),
                Arguments.of("page.json", SampleOffice.ascii("<html></html>"), Reason.CONTENT),
                Arguments.of("nul.json", new byte[] {'{', 0, '}'}, Reason.CONTENT),
                Arguments.of("blank.json", SampleOffice.ascii("  \n"), Reason.CONTENT),
                Arguments.of("picture.json", image("png"), Reason.CONTENT),
                Arguments.of("text.zip", SampleOffice.ascii("Bonjour"), Reason.CONTENT),
                Arguments.of("short.zip", SampleOffice.ascii("PK"), Reason.CONTENT),
                Arguments.of("pdf.zip", pdf, Reason.CONTENT),
                Arguments.of("cut.zip", java.util.Arrays.copyOf(nested, 40), Reason.DAMAGED),
                Arguments.of("cut2.zip", java.util.Arrays.copyOf(nested, nested.length - 10), Reason.DAMAGED),
                Arguments.of("locked.zip", locked(nested), Reason.ENCRYPTED),
                Arguments.of("empty.zip", SampleOffice.zip(Map.of()), Reason.EMPTY),
                Arguments.of("nul.csv", new byte[] {'a', 0, 'b'}, Reason.CONTENT),
                Arguments.of("hole.csv", new byte[] {'a', (byte) 0x81, 'b'}, Reason.CONTENT),
                Arguments.of("wide.csv", text("Nom;Prénom", StandardCharsets.UTF_16LE), Reason.CONTENT),
                Arguments.of("big.png", hugePng(), Reason.IMAGE_SIZE),
                Arguments.of("cut.png", java.util.Arrays.copyOf(image("png"), 12), Reason.DAMAGED),
                // Office
                Arguments.of("sheet.docx", SampleOffice.xlsx(), Reason.CONTENT),
                Arguments.of("text.xlsx", SampleOffice.docx(), Reason.CONTENT),
                Arguments.of("zip.docx", nested, Reason.CONTENT),
                Arguments.of("old.docx", SampleOffice.doc(), Reason.CONTENT),
                Arguments.of("new.doc", SampleOffice.docx(), Reason.CONTENT),
                Arguments.of("sheet.doc", SampleOffice.xls(), Reason.CONTENT),
                Arguments.of("text.xls", SampleOffice.doc(), Reason.CONTENT),
                Arguments.of("page.xls", SampleOffice.ascii("<html><table></table></html>"), Reason.CONTENT),
                Arguments.of("cut.docx", java.util.Arrays.copyOf(SampleOffice.docx(), 300), Reason.DAMAGED),
                Arguments.of("cut.doc", java.util.Arrays.copyOf(SampleOffice.doc(), 700), Reason.DAMAGED),
                Arguments.of("macros.docx", SampleOffice.docx(macros), Reason.MACROS),
                Arguments.of("docm.docx", SampleOffice.ooxml(docm, "word/document.xml", Map.of()), Reason.MACROS),
                Arguments.of(
                        "renamed.docx",
                        SampleOffice.docx(Map.of("word/media/image1.png", SampleOffice.docWithMacros())),
                        Reason.MACROS),
                Arguments.of(
                        "inside.docx",
                        SampleOffice.docx(Map.of(
                                "word/embeddings/a.xlsx",
                                SampleOffice.ooxml(
                                        "application/vnd.ms-excel.sheet.macroEnabled.main+xml", "xl/w.xml", Map.of()))),
                        Reason.MACROS),
                Arguments.of("macros.doc", SampleOffice.docWithMacros(), Reason.MACROS),
                Arguments.of("macros.xls", SampleOffice.xlsWithMacroSheet(), Reason.MACROS),
                Arguments.of("locked.docx", SampleOffice.encryptedPackage(), Reason.ENCRYPTED),
                Arguments.of("locked.xlsx", SampleOffice.encryptedPackage(), Reason.ENCRYPTED),
                Arguments.of("locked.doc", SampleOffice.protectedDoc(), Reason.ENCRYPTED),
                Arguments.of("locked.xls", SampleOffice.protectedXls(), Reason.ENCRYPTED),
                Arguments.of(
                        "package.doc",
                        SampleOffice.ole(ordered("WordDocument", new byte[8], "\u0001Ole10Native", new byte[9])),
                        Reason.ACTIVE_CONTENT),
                Arguments.of(
                        "program.docx",
                        SampleOffice.docx(Map.of("word/embeddings/a.bin", SampleOffice.ascii("MZ program"))),
                        Reason.ARCHIVE),
                // zip bombs
                Arguments.of(
                        "bomb.docx",
                        SampleOffice.docx(Map.of("word/bomb.xml", new byte[20 * 1024 * 1024])),
                        Reason.ARCHIVE),
                Arguments.of("many.docx", SampleOffice.docx(many), Reason.ARCHIVE),
                Arguments.of("nested.docx", SampleOffice.docx(Map.of("word/a.bin", nested)), Reason.ARCHIVE),
                Arguments.of("deep.docx", SampleOffice.docx(Map.of("word/c.docx", twice)), Reason.ARCHIVE),
                // PDF
                Arguments.of("locked.pdf", SamplePdf.encrypted("owner", "user"), Reason.ENCRYPTED),
                Arguments.of("restricted.pdf", SamplePdf.encrypted("owner", ""), Reason.ENCRYPTED),
                Arguments.of("cut.pdf", java.util.Arrays.copyOf(pdf, 60), Reason.DAMAGED),
                Arguments.of("open.pdf", SamplePdf.with(SamplePdf::openScript), Reason.ACTIVE_CONTENT),
                Arguments.of(
                        "plain.pdf",
                        SamplePdf.with(SamplePdf::openScript, CompressParameters.NO_COMPRESSION),
                        Reason.ACTIVE_CONTENT),
                Arguments.of("names.pdf", SamplePdf.with(SamplePdf::namedScript), Reason.ACTIVE_CONTENT),
                Arguments.of("page.pdf", SamplePdf.with(SamplePdf::pageScript), Reason.ACTIVE_CONTENT),
                Arguments.of("launch.pdf", SamplePdf.with(SamplePdf::launchLink), Reason.ACTIVE_CONTENT),
                Arguments.of("file.pdf", SamplePdf.with(SamplePdf::embeddedFile), Reason.ACTIVE_CONTENT),
                Arguments.of("xfa.pdf", SamplePdf.with(SamplePdf::xfaScript), Reason.ACTIVE_CONTENT));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource
    @DisplayName("COMM-06 other content, macros, passwords, active content, bombs and damage are refused")
    void refused(String name, byte[] content, Reason reason) {
        assertThatExceptionOfType(RefusedFile.class)
                .isThrownBy(() -> check(name, content))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason))
                .withMessageContaining(name)
                .withMessageStartingWith("Le fichier «\u00a0");
    }

    @Test
    @DisplayName("COMM-06 a PDF whose object stream unpacks without end is refused before it fills the memory")
    void pdfBomb() throws IOException {
        check("small.pdf", PdfBomb.make(0));
        byte[] bomb = PdfBomb.make(64 * 1024 * 1024);
        assertThat(bomb.length).isLessThan(200_000);
        assertThatExceptionOfType(RefusedFile.class)
                .isThrownBy(() -> check("bomb.pdf", bomb))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.DAMAGED));
    }

    @Test
    @DisplayName("COMM-06 where the rules ask for A4, another page format is refused")
    void pageFormat() throws IOException {
        var a4 = new AttachmentRules(8, 5_242_880, List.of("pdf"), null, PageFormat.A4);
        byte[] letter = SamplePdf.with((document, page) -> document.addPage(new PDPage(PDRectangle.LETTER)));
        try (var spool = spool(SamplePdf.plain())) {
            check.check("a4.pdf", FileKind.PDF, a4, spool);
        }
        try (var spool = spool(letter)) {
            assertThatExceptionOfType(RefusedFile.class)
                    .isThrownBy(() -> check.check("letter.pdf", FileKind.PDF, a4, spool))
                    .withMessageContaining("A4");
        }
    }

    @Test
    @DisplayName("COMM-07 the character set of a text is found, for its preview")
    void charset() throws IOException {
        assertThat(check("a.csv", text("Prénom", StandardCharsets.UTF_8))).isEqualTo("UTF-8");
        assertThat(check("a.csv", text("Prénom", Charset.forName("windows-1252"))))
                .isEqualTo("windows-1252");
        assertThat(check("a.pdf", SamplePdf.plain())).isNull();
    }

    private @Nullable String check(String name, byte[] content) throws IOException {
        FileKind kind = FileKind.ofExtension(FileName.extension(name)).orElseThrow();
        try (var spool = spool(content)) {
            return check.check(name, kind, RULES, spool);
        }
    }

    private static Spool spool(byte[] content) throws IOException {
        return Spool.of(new ByteArrayInputStream(content), Long.MAX_VALUE);
    }

    private static Map<String, byte[]> ordered(String first, byte[] one, String second, byte[] two) {
        Map<String, byte[]> map = new LinkedHashMap<>();
        map.put(first, one);
        map.put(second, two);
        return map;
    }

    private static byte[] text(String text, Charset charset) {
        return text.getBytes(charset);
    }

    /** The archive with the flag of its first entry that says it needs a password. */
    private static byte[] locked(byte[] zip) {
        byte[] locked = zip.clone();
        locked[6] |= 1;
        return locked;
    }

    private static byte[] svg() {
        return SampleOffice.ascii("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>");
    }

    static byte[] image(String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    /** A PNG whose header tells 10,000 × 10,000 pixels. */
    private static byte[] hugePng() throws IOException {
        ByteBuffer png = ByteBuffer.wrap(image("png"));
        png.putInt(16, 10_000).putInt(20, 10_000);
        CRC32 crc = new CRC32();
        crc.update(png.array(), 12, 17);
        return png.putInt(29, (int) crc.getValue()).array();
    }
}
