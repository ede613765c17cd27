package org.navette.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Durations of one thing done many times. */
final class Samples {

    /** Something that can be timed. */
    interface Action {
        void run() throws Exception;
    }

    private final List<Long> nanos = new ArrayList<>();

    /** Does it and keeps how long it took. */
    void time(Action action) throws Exception {
        long start = System.nanoTime();
        action.run();
        nanos.add(System.nanoTime() - start);
    }

    /** Keeps a duration that was measured elsewhere. */
    void add(long duration) {
        nanos.add(duration);
    }

    int count() {
        return nanos.size();
    }

    /** Half of the times were shorter; in ms. */
    double median() {
        return quantile(0.5);
    }

    /** "8.12 ms (7.80–9.02)": the median and where the middle half lies. */
    String shown() {
        return String.format(Locale.ROOT, "%.2f ms (%.2f–%.2f)", median(), quantile(0.25), quantile(0.75));
    }

    private double quantile(double part) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        double place = part * (sorted.size() - 1);
        int below = (int) place;
        long low = sorted.get(below);
        long high = sorted.get(Math.min(below + 1, sorted.size() - 1));
        return (low + (high - low) * (place - below)) / 1e6;
    }
}
