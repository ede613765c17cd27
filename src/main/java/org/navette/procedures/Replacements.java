package org.navette.procedures;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.navette.files.Direction;
import org.navette.files.StoredFile;

/** Which documents of a request others have taken the place of, when corrections were asked for (PROC-12). */
final class Replacements {

    private Replacements() {}

    /**
     * When each file was replaced, by the file's id; those that count still are not in it. Files of one document that
     * came together are all meant.
     *
     * @param files of the request
     * @param corrections when each round of corrections came
     */
    static Map<UUID, Instant> of(List<StoredFile> files, List<Instant> corrections) {
        Map<UUID, Instant> replaced = new HashMap<>();
        for (StoredFile file : files) {
            files.stream()
                    .filter(other -> isOfTheSame(file, other) && round(other, corrections) > round(file, corrections))
                    .map(StoredFile::at)
                    .min(Instant::compareTo)
                    .ifPresent(at -> replaced.put(file.id(), at));
        }
        return replaced;
    }

    private static boolean isOfTheSame(StoredFile file, StoredFile other) {
        return Direction.SENT.name().equals(file.direction())
                && Objects.equals(file.direction(), other.direction())
                && file.step() != null
                && Objects.equals(file.step(), other.step());
    }

    private static long round(StoredFile file, List<Instant> corrections) {
        return corrections.stream().filter(at -> !file.at().isBefore(at)).count();
    }
}
