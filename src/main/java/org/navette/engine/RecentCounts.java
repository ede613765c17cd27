package org.navette.engine;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Large counts, kept for some seconds: Tasklist asks for each list's number twice and again at every refresh, and
 * nobody sees whether a list of thousands has one more. Small ones are always counted.
 */
final class RecentCounts {

    /** Up to here a number is exact at any time. */
    static final int EXACT = 1_000;

    private static final long LIFE = Duration.ofSeconds(10).toNanos();
    private static final int MOST = 1_000;

    private final LongSupplier nanoTime;
    private final Map<Object, Count> counts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Count> eldest) {
            return size() > MOST;
        }
    };

    /** @param nanoTime as {@link System#nanoTime()} */
    RecentCounts(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    private record Count(long number, long at) {}

    /**
     * The number, counted now or, when it is large, a moment ago.
     *
     * @param what all that the number depends on, with an {@code equals} of its own
     */
    long of(Object what, LongSupplier count) {
        long now = nanoTime.getAsLong();
        synchronized (counts) {
            Count known = counts.get(what);
            if (known != null && now - known.at() < LIFE) {
                return known.number();
            }
            counts.remove(what);
        }
        long number = count.getAsLong();
        if (number > EXACT) {
            synchronized (counts) {
                counts.put(what, new Count(number, now));
            }
        }
        return number;
    }
}
