package org.navette.files;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What the markers of a JPEG tell without decoding it (ITU-T T.81, annex B; for the orientation Exif 2.3, 4.6.4).
 *
 * @param turned true when viewers show it with width and height exchanged
 * @param kept true when a decoder must keep all of it in memory: progressive, or a scan for each colour
 * @param scans how often a decoder goes over the whole image
 */
record JpegMarkers(boolean turned, boolean kept, int scans) {

    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int APP1 = 0xE1;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;

    /** Where a frame tells how many colours it has. */
    private static final int COMPONENTS = 5;

    /** Reads one file, one segment in memory at a time. @throws IOException when it does not begin as a JPEG */
    static JpegMarkers of(Path path) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 64 * 1024))) {
            if (in.readUnsignedShort() != (0xFF00 | START)) {
                throw new IOException("not a JPEG");
            }
            return read(in);
        }
    }

    private static JpegMarkers read(DataInputStream in) throws IOException {
        int orientation = 0;
        boolean kept = false;
        int scans = 0;
        int components = 0;
        try {
            for (int marker = next(in); marker != END; marker = next(in)) {
                if (alone(marker)) {
                    continue;
                }
                int length = in.readUnsignedShort() - 2;
                byte[] segment = in.readNBytes(Math.max(0, length));
                if (marker == APP1 && orientation == 0) {
                    orientation = orientation(segment);
                } else if (isFrame(marker) && segment.length > COMPONENTS) {
                    components = segment[COMPONENTS] & 0xFF;
                    kept |= (marker & 3) == 2;
                } else if (marker == SCAN && segment.length > 0) {
                    scans++;
                    kept |= (segment[0] & 0xFF) < components;
                }
            }
        } catch (EOFException e) {
            // cut off: decoding it tells how much is missing
            return new JpegMarkers(orientation >= 5, kept, scans);
        }
        return new JpegMarkers(orientation >= 5, kept, scans);
    }

    /** The next marker; what lies before it is image data, in which FF is followed by 00 or the number of a restart. */
    private static int next(InputStream in) throws IOException {
        int before = 0;
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (before == 0xFF && c != 0 && c != 0xFF) {
                return c;
            }
            before = c;
        }
        throw new EOFException();
    }

    /** Restarts and TEM have no length. */
    private static boolean alone(int marker) {
        return marker >= 0xD0 && marker <= START || marker == 1;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /** From 1 to 8; 0 when the segment is none of Exif or tells nothing that makes sense. */
    private static int orientation(byte[] segment) {
        if (segment.length < EXIF.length || !Arrays.equals(segment, 0, EXIF.length, EXIF, 0, EXIF.length)) {
            return 0;
        }
        ByteBuffer tiff = ByteBuffer.wrap(segment, EXIF.length, segment.length - EXIF.length)
                .slice();
        try {
            tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = tiff.getShort(directory) & 0xFFFF;
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + i * ENTRY;
                if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION && tiff.getShort(entry + 2) == SHORT) {
                    int value = tiff.getShort(entry + 8);
                    return value >= 1 && value <= 8 ? value : 0;
                }
            }
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            // viewers show a picture whose Exif is broken as it lies
            return 0;
        }
        return 0;
    }
}
