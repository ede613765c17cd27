package org.navette.providers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file whose lines are being registered, or have been.
 *
 * @param by who has sent it, as colleagues read it
 * @param entries how many registrations it holds: lines, or insured persons
 * @param done how many have been looked at
 * @param refused how many of them had become impossible
 * @param doneAt null while it is under way
 */
public record BulkImport(
        long id,
        BulkKind kind,
        String fileName,
        String login,
        String by,
        Instant at,
        int entries,
        int done,
        int refused,
        @Nullable Instant doneAt) {

    /** True while its lines are being registered. */
    public boolean isRunning() {
        return doneAt == null;
    }

    /** How many were registered. */
    public int registered() {
        return done - refused;
    }

    /** A line that had become impossible since the file was checked. */
    public record RefusedLine(long line, String why) {}
}
