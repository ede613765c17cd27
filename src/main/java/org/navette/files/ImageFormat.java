package org.navette.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/**
 * An image in the place of a page: upright as viewers show it, wide enough to be read, and whole. Decoding keeps one
 * point in many; a progressive JPEG is the exception, since libjpeg keeps all its coefficients, so it has a limit of its
 * own: 16 million pixels are some 100 MB while it is decoded.
 */
final class ImageFormat {

    static final int MIN_WIDTH = 600;
    static final long MAX_KEPT_PIXELS = 16_000_000;

    /** Pixels that a decoder goes over, all scans together: some seconds of work. */
    static final long MAX_WORK = 500_000_000;

    private static final long SAMPLED_PIXELS = 1_000_000;
    private static final int AT_ONCE = 2;
    private static final int LONGEST_WAIT_SECONDS = 20;
    private static final Semaphore PLACES = new Semaphore(AT_ONCE, true);

    private final String name;
    private final FileKind kind;
    private final Path path;

    ImageFormat(String name, FileKind kind, Path path) {
        this.name = name;
        this.kind = kind;
        this.path = path;
    }

    /**
     * @param reader of this image, its number of pixels already found bearable
     * @throws RefusedFile when it lies on its side, is too narrow, cannot be decoded to its end or takes too much work
     */
    void check(ImageReader reader) throws IOException {
        JpegMarkers markers = kind == FileKind.JPEG ? JpegMarkers.of(path) : new JpegMarkers(false, false, 1);
        int width = markers.turned() ? reader.getHeight(0) : reader.getWidth(0);
        int height = markers.turned() ? reader.getWidth(0) : reader.getHeight(0);
        if (width > height) {
            throw refused("l’image est en paysage (%d × %d pixels)\u00a0; le format attendu est A4 portrait"
                    .formatted(width, height));
        }
        if (width < MIN_WIDTH) {
            throw refused("l’image fait %d pixels de large\u00a0; il en faut au moins %d pour qu’elle soit lisible"
                    .formatted(width, MIN_WIDTH));
        }
        long pixels = (long) width * height;
        if (pixels * markers.scans() > MAX_WORK || markers.kept() && pixels > MAX_KEPT_PIXELS) {
            throw RefusedFile.of(
                    RefusedFile.Reason.IMAGE_SIZE,
                    name,
                    "l’image est trop lourde à contrôler\u00a0; réduisez-la ou enregistrez-la en JPEG non progressif");
        }
        takePlace();
        try {
            decode(reader, pixels);
        } finally {
            PLACES.release();
        }
    }

    private void decode(ImageReader reader, long pixels) throws IOException {
        AtomicBoolean whole = new AtomicBoolean(true);
        reader.addIIOReadWarningListener((source, warning) -> {
            // what is missing is filled with grey, and only a warning tells
            if (warning.startsWith("Corrupt JPEG data") && !warning.contains("extraneous")) {
                whole.set(false);
            }
        });
        int step = (int) Math.max(1, Math.ceil(Math.sqrt((double) pixels / SAMPLED_PIXELS)));
        ImageReadParam part = reader.getDefaultReadParam();
        part.setSourceSubsampling(step, step, 0, 0);
        if (reader.canReadRaster()) {
            // also for the colours of printers, which Java cannot show
            reader.readRaster(0, part);
        } else {
            reader.read(0, part);
        }
        if (!whole.get()) {
            throw RefusedFile.damaged(name);
        }
    }

    private void takePlace() {
        try {
            if (PLACES.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new RefusedFile(
                RefusedFile.Reason.BUSY,
                "Trop d’images sont contrôlées en ce moment, ajoutez de nouveau ce fichier dans un instant.");
    }

    private RefusedFile refused(String why) {
        return RefusedFile.of(RefusedFile.Reason.PAGE_FORMAT, name, why);
    }
}
