package org.navette.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("The pages of a PDF, drawn")
class PdfPagesTest {

    private static final String OWNER = "partners:pages";

    @Autowired
    PdfPages pages;

    @Autowired
    FileStore store;

    @Test
    @DisplayName("COMM-10 each page becomes an image of a bounded size, turned as its reader sees it")
    void pages() throws IOException {
        PDPage turned = new PDPage(PDRectangle.A4);
        turned.setRotation(90);
        StoredFile file = stored(new PDPage(PDRectangle.A4), turned, new PDPage(new PDRectangle(100, 14_000)));
        assertThat(pages.count(file)).isEqualTo(3);
        BufferedImage upright = image(pages.draw(file, 1));
        assertThat(upright.getWidth()).isEqualTo(1_100);
        assertThat(upright.getHeight()).isBetween(1_550, 1_560);
        BufferedImage lying = image(pages.draw(file, 2));
        assertThat(lying.getWidth()).isGreaterThan(lying.getHeight());
        assertThat(image(pages.draw(file, 3)).getHeight()).isLessThanOrEqualTo(2_200);
    }

    @Test
    @DisplayName("COMM-10 a page that is not there, and a file that is no PDF, are not found")
    void none() throws IOException {
        StoredFile file = stored(new PDPage(PDRectangle.A4));
        for (int number : new int[] {0, -1, 2, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> pages.draw(file, number)).isInstanceOf(NoSuchElementException.class);
        }
        StoredFile table = store.upload(
                UUID.randomUUID(),
                OWNER,
                store.rules("partners.case-review", "331"),
                0,
                "a.csv",
                new ByteArrayInputStream("a;b".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> pages.count(table)).isInstanceOf(NoSuchElementException.class);
    }

    private StoredFile stored(PDPage... content) throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            for (PDPage page : content) {
                document.addPage(page);
            }
            document.save(out);
            return store.upload(
                    UUID.randomUUID(),
                    OWNER,
                    store.rules("partners.case-review", "331"),
                    0,
                    "pages.pdf",
                    new ByteArrayInputStream(out.toByteArray()));
        }
    }

    private static BufferedImage image(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
