package org.navette.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * An archive that is kept as it is: its directory can be read and it is not empty, but nothing of it is unpacked here, and
 * nothing ever is. What has to be taken out of an archive is checked by whoever takes it out.
 */
final class ZipCheck {

    private static final byte[] ENTRY = {'P', 'K', 3, 4};
    private static final byte[] NO_ENTRY = {'P', 'K', 5, 6};
    /** Where the flags of the first entry are, and the one that says it needs a password. */
    private static final int FLAGS = 6;

    private static final int ENCRYPTED = 1;

    /** Names in archives of older Windows programs. */
    private static final Charset WINDOWS = Charset.forName("IBM850");

    private ZipCheck() {}

    /** @throws RefusedFile when it is no archive, is damaged, empty or needs a password */
    static void check(String name, Path path) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(path)) {
            start = in.readNBytes(FLAGS + 1);
        }
        if (startsWith(start, NO_ENTRY)) {
            throw RefusedFile.of(RefusedFile.Reason.EMPTY, name, "cette archive est vide");
        }
        if (!startsWith(start, ENTRY)) {
            throw RefusedFile.otherContent(name);
        }
        if (start.length > FLAGS && (start[FLAGS] & ENCRYPTED) != 0) {
            throw RefusedFile.encrypted(name);
        }
        try (ZipFile zip = open(path)) {
            if (zip.size() == 0) {
                throw RefusedFile.damaged(name);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw RefusedFile.damaged(name);
        }
    }

    /** Opens an archive, whatever its names are written in. */
    static ZipFile open(Path path) throws IOException {
        try {
            return new ZipFile(path.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            return new ZipFile(path.toFile(), WINDOWS);
        }
    }

    private static boolean startsWith(byte[] content, byte[] magic) {
        return content.length >= magic.length && Arrays.equals(Arrays.copyOf(content, magic.length), magic);
    }
}
