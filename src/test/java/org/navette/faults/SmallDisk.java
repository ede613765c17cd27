package org.navette.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A file system in memory that fills up; only the administrator of a machine can make one. */
final class SmallDisk implements AutoCloseable {

    private final Path folder;
    private final Path filler;

    /**
     * Mounts it; the test ends here when that is not allowed.
     *
     * @param folder an empty one
     */
    SmallDisk(Path folder, int megabytes) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        this.filler = folder.resolve("filler");
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "mode=1777,size=" + megabytes + "m", "tmpfs", folder.toString()) == 0,
                "NO RIGHT TO MOUNT A SMALL DISK: not tested");
    }

    Path folder() {
        return folder;
    }

    /** Not a byte is left. */
    void fill() throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            // as wanted
        }
    }

    /** There is room again. */
    void free() throws IOException {
        Files.delete(filler);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", "-l", folder.toString());
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).start().waitFor();
    }
}
