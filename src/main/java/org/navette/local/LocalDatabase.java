package org.navette.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own in a data folder that is kept between starts. A server that survived the death of an
 * earlier Navette is stopped first; a folder that a living Navette uses is refused.
 */
final class LocalDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LocalDatabase.class);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final EmbeddedPostgres server;
    private final Path cluster;
    private final FileChannel lock;

    private LocalDatabase(EmbeddedPostgres server, Path cluster, FileChannel lock) {
        this.server = server;
        this.cluster = cluster;
        this.lock = lock;
    }

    /**
     * Starts the server.
     *
     * @param folder the folder that holds the cluster; created when absent
     * @throws IllegalStateException when another Navette uses the folder
     */
    static LocalDatabase start(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel lock = FileChannel.open(
                    folder.resolve("navette.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                throw new IllegalStateException("Another Navette already uses the data folder " + folder);
            }
            Path cluster = folder.resolve("postgres");
            stopSurvivor(cluster);
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(cluster)
                    .setCleanDataDirectory(false)
                    .setServerConfig("max_connections", "100")
                    // the starter turns it off: what was confirmed would be lost in a crash of the server
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("tcp_keepalives_idle", "30")
                    .setServerConfig("tcp_user_timeout", "30000")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    // its own hook would pull the database from under a graceful stop: close() is the only end
                    .setRegisterShutdownHook(false)
                    .start();
            return new LocalDatabase(server, cluster, lock);
        } catch (IOException e) {
            throw new IllegalStateException("The local PostgreSQL could not be started in " + folder, e);
        }
    }

    /** The address for JDBC, without user and password. */
    String jdbcUrl() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
        Optional<ProcessHandle> process = process(cluster);
        server.close();
        // the server's own tool waits five seconds, which a busy machine may exceed
        if (process.isPresent() && !ends(process.get())) {
            log.warn(
                    "The local PostgreSQL (process {}) is still stopping",
                    process.get().pid());
        }
        lock.close();
    }

    /** After a {@code kill -9} of Navette its database server lives on and holds the cluster's lock file. */
    private static void stopSurvivor(Path cluster) throws IOException {
        Optional<ProcessHandle> survivor = process(cluster);
        if (survivor.isPresent()) {
            log.info(
                    "Stopping the PostgreSQL server that an earlier Navette left behind (process {})",
                    survivor.get().pid());
            survivor.get().destroy();
            if (!ends(survivor.get())) {
                survivor.get().destroyForcibly();
                survivor.get().onExit().join();
            }
        }
        Files.deleteIfExists(cluster.resolve("postmaster.pid"));
    }

    /** The living server of this cluster; not another process that was given its number since, e.g. after a reboot. */
    private static Optional<ProcessHandle> process(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        return ProcessHandle.of(pid)
                .filter(process -> process.info().commandLine().orElse("").contains(cluster.toString()));
    }

    private static boolean ends(ProcessHandle process) {
        try {
            process.onExit().get(STOP.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
