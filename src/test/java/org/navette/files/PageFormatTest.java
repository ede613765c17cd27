package org.navette.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.navette.files.RefusedFile.Reason;

@DisplayName("PROC-09 A4 portrait")
class PageFormatTest {

    private static final AttachmentRules RULES =
            new AttachmentRules(40, 7_340_032, List.of("pdf", "jpg"), null, PageFormat.A4_PORTRAIT);
    private static final PDRectangle A4 = PDRectangle.A4;
    private static final PDRectangle LYING = new PDRectangle(A4.getHeight(), A4.getWidth());

    private final ContentCheck check = new ContentCheck();

    static Stream<Arguments> taken() throws IOException {
        return Stream.of(
                Arguments.of("exact.pdf", pdf(page(A4))),
                Arguments.of("a scanner's 208 × 300 mm.pdf", pdf(page(millimetres(208, 300)))),
                Arguments.of("a scanner's 216 × 291 mm.pdf", pdf(page(millimetres(216, 291)))),
                Arguments.of("just within 5 %.pdf", pdf(page(millimetres(199.6, 311.8)))),
                Arguments.of("lying paper, shown upright.pdf", pdf(page(LYING, p -> p.setRotation(90)))),
                Arguments.of("turned the other way.pdf", pdf(page(LYING, p -> p.setRotation(-90)))),
                Arguments.of("scanned head down.pdf", pdf(page(A4, p -> p.setRotation(180)))),
                Arguments.of("A4 cut out of A3.pdf", pdf(page(PDRectangle.A3, p -> p.setCropBox(A4)))),
                Arguments.of("box from a corner.pdf", pdf(page(new PDRectangle(-100, 50, 595, 842)))),
                Arguments.of("in units of 2 points.pdf", pdf(page(millimetres(105, 148.5), p -> p.setUserUnit(2)))),
                Arguments.of("some pages.pdf", pdf(page(A4), page(LYING, p -> p.setRotation(270)), page(A4))),
                Arguments.of("inherited.pdf", inherited(90)),
                Arguments.of("portrait.jpg", SampleJpeg.of(600, 848)),
                Arguments.of("square.jpg", SampleJpeg.of(600, 600)),
                Arguments.of("progressive.jpg", SampleJpeg.progressive(600, 848)),
                Arguments.of(
                        "held upright.jpg", SampleJpeg.turned(SampleJpeg.of(800, 600), 6, ByteOrder.LITTLE_ENDIAN)),
                Arguments.of(
                        "held upright, too.jpg", SampleJpeg.turned(SampleJpeg.of(800, 600), 8, ByteOrder.BIG_ENDIAN)),
                Arguments.of("head down.jpg", SampleJpeg.turned(SampleJpeg.of(600, 800), 3, ByteOrder.BIG_ENDIAN)),
                Arguments.of("orientation 9.jpg", SampleJpeg.turned(SampleJpeg.of(600, 800), 9, ByteOrder.BIG_ENDIAN)),
                Arguments.of("odd Exif.jpg", SampleJpeg.withSegment(SampleJpeg.of(600, 800), 0xE1, oddExif())),
                Arguments.of("grey.jpg", grey()),
                Arguments.of("without an end.jpg", withoutEnd()),
                Arguments.of("rubbish after the end.jpg", Arrays.copyOf(SampleJpeg.of(600, 800), 60_000)),
                Arguments.of("page.png", png(600, 848)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    @DisplayName("PROC-09 what is shown upright in about this size is taken")
    void taken(String name, byte[] content) {
        assertThatCode(() -> check(name, content)).doesNotThrowAnyException();
    }

    static Stream<Arguments> refused() throws IOException {
        return Stream.of(
                Arguments.of("lying.pdf", pdf(page(LYING)), "la page 1 est en paysage."),
                Arguments.of("turned.pdf", pdf(page(A4, p -> p.setRotation(90))), "la page 1 est en paysage."),
                Arguments.of("inherited.pdf", inherited(0), "la page 1 est en paysage."),
                Arguments.of("A5.pdf", pdf(page(PDRectangle.A5)), "la page 1 mesure 148 × 210\u00a0mm."),
                Arguments.of("A3.pdf", pdf(page(PDRectangle.A3)), "la page 1 mesure 297 × 420\u00a0mm."),
                Arguments.of("letter.pdf", pdf(page(PDRectangle.LETTER)), "la page 1 mesure 216 × 279\u00a0mm."),
                Arguments.of("beyond 5 %.pdf", pdf(page(millimetres(210, 281))), "la page 1 mesure 210 × 281\u00a0mm."),
                Arguments.of(
                        "A5 cut out of A4.pdf",
                        pdf(page(A4, p -> p.setCropBox(PDRectangle.A5))),
                        "la page 1 mesure 148 × 210\u00a0mm."),
                Arguments.of("units.pdf", pdf(page(A4, p -> p.setUserUnit(2))), "la page 1 mesure 420 × 594\u00a0mm."),
                Arguments.of("mixed.pdf", pdf(page(A4), page(A4), page(LYING), page(A4)), "la page 3 est en paysage."),
                Arguments.of(
                        "two.pdf",
                        pdf(page(A4), page(PDRectangle.A5), page(A4), page(LYING)),
                        "la page 2 mesure 148 × 210\u00a0mm, la page 4 ne convient pas non plus."),
                Arguments.of(
                        "many.pdf",
                        pdf(Stream.generate(() -> page(LYING)).limit(9).toArray(PDPage[]::new)),
                        "la page 1 est en paysage, les pages 2, 3, 4, 5, 6… ne conviennent pas non plus."),
                Arguments.of("lying.jpg", SampleJpeg.of(800, 799), "l’image est en paysage (800 × 799 pixels)"),
                Arguments.of(
                        "held lying.jpg",
                        SampleJpeg.turned(SampleJpeg.of(700, 900), 6, ByteOrder.BIG_ENDIAN),
                        "l’image est en paysage (900 × 700 pixels)"),
                Arguments.of("narrow.jpg", SampleJpeg.of(599, 848), "l’image fait 599 pixels de large"),
                Arguments.of(
                        "turned and narrow.jpg",
                        SampleJpeg.turned(SampleJpeg.of(848, 599), 5, ByteOrder.LITTLE_ENDIAN),
                        "l’image fait 599 pixels de large"),
                Arguments.of("lying.png", png(900, 600), "l’image est en paysage"),
                Arguments.of("page.txt", "Bonjour".getBytes(StandardCharsets.UTF_8), "ne peut pas être vérifié"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource
    @DisplayName("PROC-09 anything else is refused, and the refusal says which page and why")
    void refused(String name, byte[] content, String why) {
        assertThatExceptionOfType(RefusedFile.class)
                .isThrownBy(() -> check(name, content))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.PAGE_FORMAT))
                .withMessageContaining(why);
    }

    static Stream<Arguments> unreadable() throws IOException {
        return Stream.of(
                Arguments.of("half.jpg", SampleJpeg.cut(SampleJpeg.of(1200, 1700), 0.5), Reason.DAMAGED),
                Arguments.of("nearly all.jpg", SampleJpeg.cut(SampleJpeg.of(1200, 1700), 0.97), Reason.DAMAGED),
                Arguments.of(
                        "half, progressive.jpg",
                        SampleJpeg.cut(SampleJpeg.progressive(1200, 1700), 0.5),
                        Reason.DAMAGED),
                Arguments.of("header alone.jpg", SampleJpeg.cut(SampleJpeg.of(1200, 1700), 0.02), Reason.DAMAGED),
                Arguments.of("half.png", Arrays.copyOf(png(600, 848), png(600, 848).length / 2), Reason.DAMAGED),
                Arguments.of(
                        "bomb.jpg", SampleJpeg.telling(SampleJpeg.of(600, 800), 60_000, 65_000), Reason.IMAGE_SIZE),
                Arguments.of(
                        "progressive bomb.jpg",
                        SampleJpeg.telling(SampleJpeg.progressive(600, 800), 6_000, 7_000),
                        Reason.IMAGE_SIZE),
                Arguments.of(
                        "scans.jpg", SampleJpeg.manyScans(SampleJpeg.progressive(1200, 1700), 300), Reason.IMAGE_SIZE),
                Arguments.of(
                        "said larger.jpg", SampleJpeg.telling(SampleJpeg.of(600, 800), 6_000, 7_000), Reason.DAMAGED),
                Arguments.of("locked.pdf", SamplePdf.encrypted("owner", "user"), Reason.ENCRYPTED),
                Arguments.of("restricted.pdf", SamplePdf.encrypted("owner", ""), Reason.ENCRYPTED),
                Arguments.of("empty.pdf", pdf(), Reason.DAMAGED),
                Arguments.of("says one page.pdf", withoutPages(), Reason.DAMAGED));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource
    @DisplayName("PROC-09 what cannot be read to its end, or would take the memory, is refused")
    void unreadable(String name, byte[] content, Reason reason) {
        assertThatExceptionOfType(RefusedFile.class)
                .isThrownBy(() -> check(name, content))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    @Test
    @DisplayName("PROC-09 a picture of 48 million pixels is decoded in little memory")
    void large() throws IOException {
        byte[] large = SampleJpeg.of(6_000, 8_000);
        var heap = java.lang.management.ManagementFactory.getPlatformMXBean(com.sun.management.ThreadMXBean.class);
        long before = heap.getThreadAllocatedBytes(Thread.currentThread().getId());
        check("large.jpg", large);
        assertThat(heap.getThreadAllocatedBytes(Thread.currentThread().getId()) - before)
                .isLessThan(16L * 1024 * 1024);
    }

    @Test
    @DisplayName("PROC-09 a PDF without pages is told so")
    void noPages() throws IOException {
        assertThatExceptionOfType(RefusedFile.class)
                .isThrownBy(() -> check("vide.pdf", pdf()))
                .withMessage("Le fichier «\u00a0vide.pdf\u00a0» a été refusé\u00a0: il n’a aucune page.");
    }

    private void check(String name, byte[] content) throws IOException {
        FileKind kind = FileKind.ofExtension(FileName.extension(name)).orElseThrow();
        try (var spool = Spool.of(new ByteArrayInputStream(content), Long.MAX_VALUE)) {
            check.check(name, kind, RULES, spool);
        }
    }

    private static byte[] pdf(PDPage... pages) {
        return SamplePdf.with((document, first) -> {
            document.removePage(first);
            for (PDPage page : pages) {
                document.addPage(page);
            }
        });
    }

    private static PDPage page(PDRectangle box) {
        return new PDPage(box);
    }

    private static PDPage page(PDRectangle box, Consumer<PDPage> change) {
        PDPage page = new PDPage(box);
        change.accept(page);
        return page;
    }

    private static PDRectangle millimetres(double width, double height) {
        return new PDRectangle((float) (width / 25.4 * 72), (float) (height / 25.4 * 72));
    }

    /** A page that takes its lying box and its rotation from the tree above it. */
    private static byte[] inherited(int rotation) {
        return SamplePdf.with((document, page) -> {
            page.getCOSObject().removeItem(COSName.MEDIA_BOX);
            var tree = page.getCOSObject().getCOSDictionary(COSName.PARENT);
            tree.setItem(COSName.MEDIA_BOX, LYING);
            tree.setInt(COSName.ROTATE, rotation);
        });
    }

    private static byte[] withoutPages() {
        return SamplePdf.with((PDDocument document, PDPage page) -> {
            document.removePage(page);
            document.getDocumentCatalog().getPages().getCOSObject().setInt(COSName.COUNT, 1);
        });
    }

    private static byte[] oddExif() {
        byte[] odd = new byte[60];
        Arrays.fill(odd, (byte) 0xEE);
        System.arraycopy("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII), 0, odd, 0, 10);
        return odd;
    }

    private static byte[] grey() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(600, 848, BufferedImage.TYPE_BYTE_GRAY), "jpg", out);
        return out.toByteArray();
    }

    private static byte[] withoutEnd() throws IOException {
        byte[] jpeg = SampleJpeg.of(600, 848);
        return Arrays.copyOf(jpeg, jpeg.length - 2);
    }

    private static byte[] png(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 5_000; i++) {
            image.setRGB(i * 31 % width, i * 17 % height, i * 7919);
        }
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
