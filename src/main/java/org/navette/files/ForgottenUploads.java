package org.navette.files;

import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes temporary files that no request uses any more (COMM-07): Tomcat keeps what it began to write when its disk had
 * no room, and a node that was killed deletes nothing. Each node does so for itself.
 */
@Component
class ForgottenUploads {

    private static final Logger log = LoggerFactory.getLogger(ForgottenUploads.class);

    /** As Tomcat names the parts of what is sent. */
    private static final String PART = "upload_";

    private static final String TEMPORARY = ".tmp";

    private final List<Path> folders;
    private final Duration after;

    @Autowired
    ForgottenUploads(ServletContext servlet, @Value("${navette.files.forgotten-after}") Duration after) {
        this(
                List.of(
                        ((File) servlet.getAttribute(ServletContext.TEMPDIR)).toPath(),
                        Path.of(System.getProperty("java.io.tmpdir"))),
                after);
    }

    ForgottenUploads(List<Path> folders, Duration after) {
        this.folders = folders;
        this.after = after;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class Schedule {}

    /** Deletes those that nobody has written to for so long that their request is over, however it ended. */
    @Scheduled(fixedDelayString = "${navette.files.forgotten-after}")
    void delete() {
        Instant before = Instant.now().minus(after);
        folders.forEach(folder -> delete(folder, before));
    }

    private static void delete(Path folder, Instant before) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(ForgottenUploads::isOurs).toList()) {
                delete(file, Files.getLastModifiedTime(file).toInstant(), before);
            }
        } catch (NoSuchFileException e) {
            // deleted by its own request meanwhile; the others' turn comes again
        } catch (IOException | UncheckedIOException e) {
            log.warn("temporary files in {} were not looked at", folder, e);
        }
    }

    private static void delete(Path file, Instant written, Instant before) throws IOException {
        if (written.isBefore(before) && Files.deleteIfExists(file)) {
            log.info("deleted a forgotten temporary file: {}", file.getFileName());
        }
    }

    private static boolean isOurs(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(TEMPORARY) && (name.startsWith(PART) || name.startsWith(Spool.STEM));
    }
}
