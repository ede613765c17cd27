package org.navette.engine.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A package with what its rehearsal found and what was done with it.
 *
 * @param owner login of the process owner who rehearsed it
 * @param hash SHA-256 of names and contents
 * @param moving true when running instances were to move as well
 */
public record Rehearsal(
        UUID id,
        Instant at,
        String owner,
        String hash,
        State state,
        boolean moving,
        @Nullable Instant appliedAt,
        @Nullable String appliedBy,
        @Nullable Instant undoneAt,
        @Nullable String undoneBy,
        Report report) {

    /** How far it went. */
    public enum State {
        REHEARSED,
        APPLIED,
        UNDONE
    }

    /** The names of the files that it changes. */
    public List<String> changes() {
        return report.files().stream()
                .filter(Report.FileReport::changes)
                .map(Report.FileReport::file)
                .toList();
    }

    /** Running instances of the changed diagrams at the time of the rehearsal. */
    public long running() {
        return report.processes().stream()
                .mapToLong(Report.ProcessReport::running)
                .sum();
    }

    /** Those of them that could move. */
    public long movable() {
        return report.processes().stream()
                .mapToLong(Report.ProcessReport::movable)
                .sum();
    }
}
