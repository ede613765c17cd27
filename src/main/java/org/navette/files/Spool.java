package org.navette.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Content on its way, in a temporary file that only this process reads and that is gone when closed. */
final class Spool implements AutoCloseable {

    static final String STEM = "navette-spool-";

    /** Tells whose it is: the folder of temporary files is shared. */
    static final String PREFIX = STEM + ProcessHandle.current().pid() + "-";

    private final Path path;
    private final long size;
    private final byte[] sha256;

    private Spool(Path path, long size, byte[] sha256) {
        this.path = path;
        this.size = size;
        this.sha256 = sha256;
    }

    /**
     * Reads a stream into a temporary file, and stops reading as soon as it is longer than allowed.
     *
     * @param limit bytes
     * @throws TooLong when the stream has more bytes than the limit; nothing is left on disk
     */
    static Spool of(InputStream content, long limit) throws IOException {
        Path path = Files.createTempFile(PREFIX, ".tmp");
        boolean kept = false;
        try (OutputStream out = Files.newOutputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[64 * 1024];
            long size = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw new TooLong();
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
            kept = true;
            return new Spool(path, size, digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } finally {
            if (!kept) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Keeps what is written; nothing is left on disk when that fails. */
    static Spool of(FileStore.Written content) throws IOException {
        Path path = Files.createTempFile(PREFIX, ".tmp");
        boolean kept = false;
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (OutputStream out =
                    new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(path)), digest)) {
                content.to(out);
            }
            kept = true;
            return new Spool(path, Files.size(path), digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } finally {
            if (!kept) {
                Files.deleteIfExists(path);
            }
        }
    }

    Path path() {
        return path;
    }

    /** In bytes. */
    long size() {
        return size;
    }

    byte[] sha256() {
        return sha256.clone();
    }

    InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }

    /** There was more to read than allowed. */
    static final class TooLong extends IOException {
        TooLong() {
            super("more bytes than allowed");
        }
    }
}
