package org.navette.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** PNG and JPEG: the header is read first, so that an image made to explode is never decoded. */
final class ImageCheck {

    static final long MAX_PIXELS = 50_000_000;

    private ImageCheck() {}

    /**
     * @param format A4-portrait also decodes the image and looks at its shape
     * @throws RefusedFile when the header cannot be read, or tells more than 50 million pixels, or the image is not of
     *     the demanded format
     */
    static void check(String name, FileKind kind, @Nullable PageFormat format, Path path) {
        try (ImageInputStream in = new FileImageInputStream(path.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(kind.type());
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MAX_PIXELS) {
                    throw RefusedFile.of(
                            RefusedFile.Reason.IMAGE_SIZE,
                            name,
                            "l’image dépasse " + MAX_PIXELS / 1_000_000 + " millions de pixels");
                }
                if (format == PageFormat.A4_PORTRAIT) {
                    new ImageFormat(name, kind, path).check(reader);
                }
            } finally {
                reader.dispose();
            }
        } catch (RefusedFile e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw RefusedFile.damaged(name);
        }
    }
}
