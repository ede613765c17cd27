package org.navette.nodes;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.navette.JavaProcess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL server on one port and one folder, which can be killed, stopped and started again. */
public final class DatabaseServer implements AutoCloseable {

    private final Path folder;
    private final int port;
    private EmbeddedPostgres server;

    /** Makes the cluster and starts it. */
    public DatabaseServer(Path folder) throws IOException {
        this.folder = folder;
        this.port = JavaProcess.freePort();
        this.server = start(folder, port);
    }

    /** Starts it, if need be after a crash. */
    public void start() throws IOException {
        release();
        server = start(folder, port);
    }

    private static EmbeddedPostgres start(Path folder, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("max_connections", "100")
                // the starter turns it off
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("tcp_keepalives_idle", "30")
                .setServerConfig("tcp_user_timeout", "30000")
                .setPGStartupWait(Duration.ofSeconds(60))
                .setRegisterShutdownHook(false)
                .start();
    }

    public int port() {
        return port;
    }

    /** Asks it behind every link's back. */
    public JdbcClient jdbc() {
        return JdbcClient.create(
                new DriverManagerDataSource("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", ""));
    }

    public boolean runs() throws IOException {
        return process().isPresent();
    }

    /** Ends it without a warning. */
    public void kill() throws IOException {
        Optional<ProcessHandle> process = process();
        if (process.isPresent()) {
            // its children see that it is gone, and end; the next start would refuse to while they live
            var children = process.get().children().toList();
            process.get().destroyForcibly();
            process.get().onExit().join();
            children.forEach(child -> child.onExit().join());
            Files.deleteIfExists(folder.resolve("postmaster.pid"));
        }
    }

    /** Ends it as an operator does: connections are cut, nothing is lost. */
    public void stop() throws IOException, InterruptedException {
        Optional<ProcessHandle> process = process();
        if (process.isPresent()) {
            JavaProcess.signal(process.get().pid(), "INT");
            process.get().onExit().join();
        }
    }

    /** The starter of the gone server keeps its folder for itself until it is told. */
    private void release() throws IOException {
        server.close();
    }

    @Override
    public void close() throws IOException {
        kill();
    }

    private Optional<ProcessHandle> process() throws IOException {
        Path file = folder.resolve("postmaster.pid");
        return Files.exists(file)
                ? ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).get(0).strip()))
                : Optional.empty();
    }
}
