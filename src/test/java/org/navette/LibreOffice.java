package org.navette;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A spreadsheet program; tests that need it are skipped without (Debian: {@code libreoffice-calc-nogui}). */
public final class LibreOffice {

    private static final String PROGRAM = "soffice";

    private LibreOffice() {}

    public static boolean installed() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, PROGRAM)));
    }

    /** What the program makes of a file, as XML; beside the file it leaves a profile and a log. */
    public static String open(Path file, String... options) throws IOException, InterruptedException {
        Path folder = file.getParent();
        Path log = folder.resolve("log");
        List<String> command = new ArrayList<>(List.of(
                PROGRAM,
                "--headless",
                "-env:UserInstallation=" + folder.resolve("profile").toUri()));
        command.addAll(List.of(options));
        command.addAll(List.of("--convert-to", "fods", "--outdir", folder.toString(), file.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        String name = file.getFileName().toString();
        Path opened = folder.resolve(name.substring(0, name.lastIndexOf('.')) + ".fods");
        assertThat(opened).as(Files.readString(log)).exists();
        return Files.readString(opened);
    }
}
