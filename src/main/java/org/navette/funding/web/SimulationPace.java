package org.navette.funding.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.navette.accounts.Throttle;
import org.springframework.stereotype.Component;

/**
 * Keeps the open simulator from being worked to death: somebody who corrects a file and tries again never notices. An
 * address may try {@value #FREE} times at once, then once in {@link #PAUSE}; few files are read at a time. Each node counts
 * for itself, in memory: nothing about who simulates is stored.
 */
@Component
class SimulationPace {

    static final int FREE = 30;
    static final Duration PAUSE = Duration.ofSeconds(5);

    /** each may need a hundred megabytes */
    private static final int AT_ONCE = 2;

    private static final int PATIENCE = 10;
    private static final int ADDRESSES = 10_000;

    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    /** when the address will have all its tries again; the one that tried longest ago is forgotten first */
    private final Map<String, Instant> rested = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > ADDRESSES;
        }
    };

    SimulationPace(Clock clock) {
        this.clock = clock;
    }

    /** True when the address may try now: the try is counted then. */
    boolean admits(String address) {
        Instant now = clock.instant();
        synchronized (rested) {
            String network = Throttle.network(address);
            Instant last = rested.get(network);
            Instant from = last == null || last.isBefore(now) ? now : last;
            Instant next = from.plus(PAUSE);
            if (next.isAfter(now.plus(PAUSE.multipliedBy(FREE)))) {
                return false;
            }
            rested.put(network, next);
            return true;
        }
    }

    /** Does the work as soon as there is a place; empty when there is none for long. */
    <T> Optional<T> inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE, TimeUnit.SECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            places.release();
        }
    }
}
