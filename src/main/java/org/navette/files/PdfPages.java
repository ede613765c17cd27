package org.navette.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.NoSuchElementException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.springframework.stereotype.Component;

/**
 * Pages of a PDF as images: what an agent looks at below a request is never a document that a browser runs. The viewers
 * of browsers refuse to work in a frame without rights.
 */
@Component
class PdfPages {

    /** Pixels that a page may be wide and high. */
    private static final float WIDTH = 1_100;

    private static final float HEIGHT = 2_200;

    /** Drawing takes memory: so many at once, others wait so long. */
    private static final int AT_ONCE = 2;

    private static final int LONGEST_WAIT_SECONDS = 20;

    private final StoredFiles files;
    private final Semaphore places = new Semaphore(AT_ONCE);

    PdfPages(StoredFiles files) {
        this.files = files;
    }

    /** @throws NoSuchElementException when the file cannot be read */
    int count(StoredFile file) {
        return with(file, PDDocument::getNumberOfPages);
    }

    /**
     * Draws a page.
     *
     * @param number from 1
     * @return a PNG
     * @throws NoSuchElementException when there is no such page, or it cannot be drawn now
     */
    byte[] draw(StoredFile file, int number) {
        return with(file, document -> {
            if (number < 1 || number > document.getNumberOfPages()) {
                throw new NoSuchElementException("no page " + number);
            }
            PDRectangle box = document.getPage(number - 1).getCropBox();
            boolean turned = document.getPage(number - 1).getRotation() % 180 != 0;
            float width = turned ? box.getHeight() : box.getWidth();
            float height = turned ? box.getWidth() : box.getHeight();
            var renderer = new PDFRenderer(document);
            // a picture of 30,000 pixels in a page is read in the size that it is drawn in
            renderer.setSubsamplingAllowed(true);
            BufferedImage image = renderer.renderImage(
                    number - 1, Math.min(WIDTH / Math.max(1, width), HEIGHT / Math.max(1, height)), ImageType.RGB);
            var out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        });
    }

    private interface Reading<T> {
        T read(PDDocument document) throws IOException;
    }

    private <T> T with(StoredFile file, Reading<T> reading) {
        if (!FileKind.PDF.type().equals(file.type())) {
            throw new NoSuchElementException("no pages in " + file.type());
        }
        try {
            if (!places.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new NoSuchElementException("too many pages are being drawn");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoSuchElementException("interrupted");
        }
        try (InputStream in = files.content(file).getInputStream();
                PDDocument document = new BoundedPdfParser(new RandomAccessReadBuffer(in)).parse(true)) {
            return reading.read(document);
        } catch (IOException | StackOverflowError e) {
            throw new NoSuchElementException("this file cannot be drawn", e);
        } catch (NoSuchElementException e) {
            throw e;
        } catch (RuntimeException e) {
            // PDFBox answers odd files with about any exception
            throw new NoSuchElementException("this file cannot be drawn", e);
        } finally {
            places.release();
        }
    }
}
