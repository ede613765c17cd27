package org.navette.funding;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of requests that a supplier simulated, and imported if it was started (FUND-08, FUND-11).
 *
 * @param vatRate in per cent
 * @param rules the version of the rules that it was simulated with
 * @param startedAt null when it was only simulated
 * @param endedAt null while it is under way
 * @param requests how many the file holds
 * @param kept how many have been deposited
 * @param rejected how many have been turned down
 */
public record Import(
        long id,
        RequestType type,
        String ansNumber,
        BigDecimal vatRate,
        String fileName,
        String rules,
        Instant simulatedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        int requests,
        int kept,
        int rejected) {

    /** How many requests have been looked at. */
    public int done() {
        return kept + rejected;
    }

    /** True while it is under way. */
    public boolean isRunning() {
        return startedAt != null && endedAt == null;
    }
}
