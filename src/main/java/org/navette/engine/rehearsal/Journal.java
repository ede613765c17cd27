package org.navette.engine.rehearsal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the running instances when a package was applied.
 *
 * @param versions counts for each process and version that they came from
 * @param stayed those that did not move, or did not come back; the first hundreds of them
 */
public record Journal(List<Line> versions, List<Stayed> stayed) {

    /**
     * The instances of one version.
     *
     * @param waiting not looked at yet
     * @param moved on the new version
     * @param stayed on their version
     * @param ended ended before their turn
     * @param returning on their way back
     * @param returned back on their version
     * @param kept could not come back
     */
    public record Line(
            String process,
            int version,
            long waiting,
            long moved,
            long stayed,
            long ended,
            long returning,
            long returned,
            long kept) {

        /** All that were met. */
        public long met() {
            return waiting + moved + stayed + ended + returning + returned + kept;
        }
    }

    /**
     * One that did not move.
     *
     * @param request the request's number; null for an instance that is no request's
     * @param why a French sentence
     */
    public record Stayed(@Nullable String request, String instance, String why) {}

    /** True while instances are still to be moved. */
    public boolean isUnderWay() {
        return versions.stream().anyMatch(line -> line.waiting() + line.returning() > 0);
    }

    /** How many of the versions' instances did not move or come back. */
    public long stays() {
        return versions.stream().mapToLong(line -> line.stayed() + line.kept()).sum();
    }
}
