package org.navette.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.navette.files.ForgottenUploads.Place;

@DisplayName("COMM-07 Temporary files that nobody deleted")
class ForgottenUploadsTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("COMM-07 are deleted when no request can use them any more; other files, and new ones, stay")
    void old() throws IOException {
        Path part = old("upload_5d0c_00000001.tmp");
        Path spool = old(Spool.STEM + "4711-1.tmp");
        Path elsewhere = Files.createDirectory(folder.resolve("shared"));
        Path strangers = old("shared/upload_5d0c_00000003.tmp");
        Path others = old("somebody-else.tmp");
        Path named = old("upload_notes.txt");
        Path now = Files.createFile(folder.resolve("upload_5d0c_00000002.tmp"));

        new ForgottenUploads(
                        List.of(
                                new Place(folder.resolve("gone"), "upload_"),
                                new Place(folder, "upload_"),
                                new Place(folder, Spool.STEM),
                                new Place(elsewhere, Spool.STEM)),
                        Duration.ofHours(1))
                .delete();

        assertThat(part).doesNotExist();
        assertThat(spool).doesNotExist();
        assertThat(strangers)
                .as("of another application, in a folder that all share")
                .exists();
        assertThat(others).exists();
        assertThat(named).exists();
        assertThat(now).exists();
    }

    private Path old(String name) throws IOException {
        Path file = Files.createFile(folder.resolve(name));
        return Files.setLastModifiedTime(
                file, FileTime.from(Instant.now().minus(Duration.ofHours(1)).minusSeconds(1)));
    }
}
