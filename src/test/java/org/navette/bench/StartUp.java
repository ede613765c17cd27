package org.navette.bench;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.navette.Navette;
import org.springframework.core.io.ClassPathResource;

/** Starts an application in a JVM of its own and waits for its port to answer HTTP. */
final class StartUp {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Path WORK = Path.of("target", "bench");

    private final String name;
    private final List<String> command = new ArrayList<>();

    private StartUp(String name, String classPath, Class<?> main, String database, String... options) {
        this.name = name;
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Duser.timezone=UTC",
                "-cp",
                classPath,
                main.getName(),
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password="));
        command.addAll(List.of(options));
    }

    /** The application as in production: no embedded database, no demonstration. */
    static StartUp navette(String database) {
        String classPath = entries()
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        return new StartUp(
                "navette",
                classPath,
                Navette.class,
                database,
                "--spring.profiles.active=production",
                "--spring.mail.host=localhost",
                "--navette.admin.login=admin",
                "--navette.admin.password=le mot de passe des tests");
    }

    /** The bare starter, with the jars that it has when nothing else is asked for. */
    static StartUp bare(String database) throws IOException {
        Set<String> artifacts = new ClassPathResource("bench/bare-starter-artifacts.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .collect(Collectors.toSet());
        String jars = entries()
                .filter(entry -> artifacts.contains(artifact(entry)))
                .collect(Collectors.joining(File.pathSeparator));
        // our models and settings lie beside the class: it goes where it is alone
        String file = BareStarter.class.getName().replace('.', '/') + ".class";
        Path alone = WORK.resolve("bare").resolve(file);
        Files.createDirectories(alone.getParent());
        try (var content = new ClassPathResource(file).getInputStream()) {
            Files.write(alone, content.readAllBytes());
        }
        return new StartUp("bare", WORK.resolve("bare") + File.pathSeparator + jars, BareStarter.class, database);
    }

    /** Starts, waits, stops. The time is from the start of the JVM to the first answer. */
    void once(Samples into) throws Exception {
        int port = freePort();
        Files.createDirectories(WORK);
        Path log = WORK.resolve(name + ".log");
        List<String> all = new ArrayList<>(command);
        all.add("--server.port=" + port);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            while (!answers(port)) {
                boolean over = process.waitFor(10, TimeUnit.MILLISECONDS);
                if (over || System.nanoTime() - start > LONGEST.toNanos()) {
                    throw new AssertionError(name + " does not start:\n" + Files.readString(log));
                }
            }
            into.add(System.nanoTime() - start);
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }

    private static boolean answers(int port) {
        try {
            var connection = (HttpURLConnection)
                    URI.create("http://localhost:" + port + "/").toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            return connection.getResponseCode() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static java.util.stream.Stream<String> entries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator));
    }

    /** {@code spring-core} of {@code …/spring-core-6.2.1.jar}. */
    private static String artifact(String entry) {
        return Path.of(entry).getFileName().toString().replaceFirst("-\\d+\\..*$", "");
    }
}
