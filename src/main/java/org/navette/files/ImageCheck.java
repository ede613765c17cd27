package org.navette.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** PNG and JPEG: only the header is read, so that an image made to explode is never decoded. */
final class ImageCheck {

    static final long MAX_PIXELS = 50_000_000;

    private ImageCheck() {}

    /** @throws RefusedFile when the header cannot be read, or tells more than 50 million pixels */
    static void check(String name, FileKind kind, Path path) {
        long pixels;
        try (ImageInputStream in = new FileImageInputStream(path.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(kind.type());
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw RefusedFile.damaged(name);
        }
        if (pixels > MAX_PIXELS) {
            throw RefusedFile.of(
                    RefusedFile.Reason.IMAGE_SIZE,
                    name,
                    "l’image dépasse " + MAX_PIXELS / 1_000_000 + " millions de pixels");
        }
    }
}
