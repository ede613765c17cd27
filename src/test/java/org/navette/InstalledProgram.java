package org.navette;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs of the machine that tests talk to. Without one they are skipped and say so; with
 * {@code NAVETTE_PROGRAMS_REQUIRED=true} in the environment they fail instead.
 */
public final class InstalledProgram {

    private InstalledProgram() {}

    /**
     * Ends the test here when a program is missing.
     *
     * @param name of the program, looked for on the path and in {@code sbin}
     * @param debianPackage that has it
     * @return the program
     */
    public static Path require(String name, String debianPackage) {
        return Arrays.stream((System.getenv("PATH") + File.pathSeparator + "/usr/sbin").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> {
                    String reason =
                            "NO " + name + " ON THE PATH: not tested. Install the package " + debianPackage + ".";
                    if ("true".equals(System.getenv("NAVETTE_PROGRAMS_REQUIRED"))) {
                        throw new IllegalStateException(reason);
                    }
                    System.err.println("\n*** " + reason + "\n");
                    Assumptions.abort(reason);
                    throw new IllegalStateException(reason);
                });
    }
}
