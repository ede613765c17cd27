package org.navette.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A zip of files that somebody sends at once, read entry by entry and never unpacked to disk. It waits in a temporary file
 * that is gone with {@link #close}. What entries hold is counted as it comes, whatever the archive says of itself.
 */
public final class Archive implements AutoCloseable {

    /** The most entries. */
    public static final int ENTRIES = 1000;

    /** The largest archive, in bytes. */
    public static final long PACKED = 400L * 1024 * 1024;

    /** The most that is read out of it, in bytes. */
    static final long UNPACKED = 2L * 1024 * 1024 * 1024;

    private final String name;
    private final Spool spool;
    private final ZipFile zip;
    private long unpacked;

    private Archive(String name, Spool spool, ZipFile zip) {
        this.name = name;
        this.spool = spool;
        this.zip = zip;
    }

    /**
     * Receives an archive; the stream is read to its end, or until it is too long.
     *
     * @param name as its sender calls it
     * @throws RefusedFile when it is none, is damaged, empty, encrypted, too large, has too many entries, or entries that
     *     point outside of it
     * @throws UncheckedIOException when the upload cannot be read to its end
     */
    public static Archive of(String name, InputStream content) {
        Spool spool = null;
        try {
            spool = Spool.of(content, PACKED);
            ZipCheck.check(name, spool.path());
            Archive archive = new Archive(name, spool, ZipCheck.open(spool.path()));
            spool = null;
            archive.check();
            return archive;
        } catch (Spool.TooLong e) {
            throw refused(name, "elle dépasse 400\u00a0Mo");
        } catch (ZipException e) {
            throw RefusedFile.damaged(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            closeQuietly(spool);
        }
    }

    private void check() {
        try {
            if (zip.size() > ENTRIES) {
                throw refused(name, "elle contient plus de 1\u202f000 fichiers");
            }
            long told = 0;
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                String path = entry.getName().replace('\\', '/');
                if (path.startsWith("/") || path.matches("(?s)[A-Za-z]:.*") || ("/" + path + "/").contains("/../")) {
                    throw refused(name, "elle contient des chemins interdits");
                }
                told += Math.max(0, entry.getSize());
            }
            if (told > UNPACKED) {
                throw tooMuch();
            }
        } catch (RefusedFile e) {
            close();
            throw e;
        }
    }

    /** Looks at one file of the archive. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * @param path in the archive, with slashes
         * @param fileName its last part
         * @param content to be read now, or not at all
         */
        void visit(String path, String fileName, InputStream content);
    }

    /**
     * Shows every file of the archive, folders left out.
     *
     * @throws RefusedFile as soon as more has been read than any honest archive holds; files shown before stay shown
     */
    public void each(Visitor visitor) {
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            if (entry.isDirectory()) {
                continue;
            }
            String path = entry.getName().replace('\\', '/');
            try (InputStream content = new Counted(Objects.requireNonNull(zip.getInputStream(entry)))) {
                visitor.visit(path, path.substring(path.lastIndexOf('/') + 1), content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** True for what file systems leave in archives by themselves. */
    public static boolean isSystem(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.startsWith("__macosx/")
                || lower.endsWith(".ds_store")
                || lower.endsWith("thumbs.db")
                || lower.endsWith("desktop.ini");
    }

    private RefusedFile tooMuch() {
        return refused(name, "son contenu dépasse 2\u00a0Go une fois décompressé");
    }

    private static RefusedFile refused(String name, String why) {
        return RefusedFile.of(RefusedFile.Reason.ARCHIVE, name, why);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            closeQuietly(spool);
        }
    }

    private static void closeQuietly(@org.jspecify.annotations.Nullable Spool spool) {
        if (spool != null) {
            try {
                spool.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final class Counted extends FilterInputStream {

        private Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) {
            unpacked += bytes;
            if (unpacked > UNPACKED) {
                throw tooMuch();
            }
        }
    }
}
