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

    private final List<Place> places;
    private final Duration after;

    @Autowired
    ForgottenUploads(ServletContext servlet, @Value("${navette.files.forgotten-after}") Duration after) {
        this(
                List.of(
                        new Place(((File) servlet.getAttribute(ServletContext.TEMPDIR)).toPath(), PART),
                        new Place(Path.of(System.getProperty("java.io.tmpdir")), Spool.STEM)),
                after);
    }

    ForgottenUploads(List<Place> places, Duration after) {
        this.places = places;
        this.after = after;
    }

    /** A folder, which others may write to, and how the names of our files in it begin. */
    record Place(Path folder, String prefix) {

        private boolean isOurs(Path file) {
            String name = file.getFileName().toString();
            return name.startsWith(prefix) && name.endsWith(TEMPORARY);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class Schedule {}

    /** Deletes those that nobody has written to for so long that their request is over, however it ended. */
    @Scheduled(fixedDelayString = "${navette.files.forgotten-after}")
    void delete() {
        Instant before = Instant.now().minus(after);
        places.forEach(place -> delete(place, before));
    }

    private static void delete(Place place, Instant before) {
        try (Stream<Path> files = Files.list(place.folder())) {
            files.filter(place::isOurs).forEach(file -> delete(file, before));
        } catch (IOException | UncheckedIOException e) {
            log.warn("temporary files in {} were not looked at", place.folder(), e);
        }
    }

    private static void delete(Path file, Instant before) {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(before) && Files.deleteIfExists(file)) {
                log.info("deleted a forgotten temporary file: {}", file.getFileName());
            }
        } catch (NoSuchFileException e) {
            // its own request was quicker
        } catch (IOException e) {
            log.warn("{} was not deleted", file, e);
        }
    }
}
