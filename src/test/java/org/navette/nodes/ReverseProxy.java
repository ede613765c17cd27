package org.navette.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.navette.InstalledProgram;
import org.navette.JavaProcess;
import org.yaml.snakeyaml.Yaml;

/** HAProxy with the very settings that {@code docker-compose.yml} gives it, but for addresses. */
public final class ReverseProxy implements AutoCloseable {

    private final int port = JavaProcess.freePort();
    private final Process process;

    /**
     * Starts it; the test ends when the machine has none.
     *
     * @param folder for its settings and its log
     * @param nodes their ports
     */
    public ReverseProxy(Path folder, List<Integer> nodes) throws IOException, InterruptedException {
        Path program = InstalledProgram.require("haproxy", "haproxy");
        String settings = config("proxy", "content").replace("bind :8080", "bind 127.0.0.1:" + port);
        for (int i = 0; i < nodes.size(); i++) {
            settings = settings.replace("node" + (i + 1) + ":8080", "127.0.0.1:" + nodes.get(i));
        }
        Path page = Path.of(config("unavailable", "file")).toAbsolutePath().normalize();
        settings = settings.replace("/etc/navette/unavailable.html", page.toString());
        Path file = Files.writeString(folder.resolve("haproxy.cfg"), settings);
        Path log = folder.resolve("haproxy.log");
        Process check = new ProcessBuilder(program.toString(), "-c", "-f", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(check.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(check.exitValue()).as(Files.readString(log)).isZero();
        process = new ProcessBuilder(program.toString(), "-f", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** What the compose file says of a file that it gives the proxy. */
    private static String config(String name, String key) throws IOException {
        Map<String, Map<String, Map<String, Object>>> compose =
                new Yaml().load(Files.readString(Path.of("docker-compose.yml")));
        return (String) compose.get("configs").get(name).get(key);
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
