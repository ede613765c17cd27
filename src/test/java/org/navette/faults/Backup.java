package org.navette.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.navette.InstalledProgram;

/** A dump and its restoration, by the commands that {@code README.md} gives to operators. */
final class Backup {

    private static final String PACKAGE = "postgresql-client";

    private final Path folder;
    private final Path dump;
    private long dumpMillis;
    private long restoreMillis;

    Backup(Path folder) {
        this.folder = folder;
        this.dump = folder.resolve("navette.dump");
    }

    void of(int port) throws IOException, InterruptedException {
        dumpMillis = run("pg_dump", port, "--format=custom", "--file=" + dump, "--dbname=postgres");
    }

    void restore(int port) throws IOException, InterruptedException {
        restoreMillis = run(
                "pg_restore", port, "--exit-on-error", "--no-owner", "--jobs=2", "--dbname=postgres", dump.toString());
    }

    private long run(String program, int port, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                InstalledProgram.require(program, PACKAGE).toString(),
                "--host=localhost",
                "--port=" + port,
                "--username=postgres"));
        command.addAll(List.of(arguments));
        Path log = folder.resolve(program + ".log");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(log)).isZero();
        return (System.nanoTime() - start) / 1_000_000;
    }

    @Override
    public String toString() {
        try {
            return "dump of " + Files.size(dump) / 1024 + " kB in " + dumpMillis + " ms, restored in " + restoreMillis
                    + " ms";
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
