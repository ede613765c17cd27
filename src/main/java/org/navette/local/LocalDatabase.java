package org.navette.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
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
    private final FileChannel lock;

    private LocalDatabase(EmbeddedPostgres server, FileChannel lock) {
        this.server = server;
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
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("tcp_keepalives_idle", "30")
                    .setServerConfig("tcp_user_timeout", "30000")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            return new LocalDatabase(server, lock);
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
        server.close();
        lock.close();
    }

    /** After a {@code kill -9} of Navette its database server lives on and holds the cluster's lock file. */
    private static void stopSurvivor(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        var survivor = ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").contains("postgres"));
        if (survivor.isPresent()) {
            log.info("Stopping the PostgreSQL server that an earlier Navette left behind (process {})", pid);
            survivor.get().destroy();
            try {
                survivor.get().onExit().get(STOP.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException e) {
                survivor.get().destroyForcibly();
                survivor.get().onExit().join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        Files.deleteIfExists(pidFile);
    }
}
