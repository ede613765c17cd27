package org.navette.privacy;

import org.navette.requests.NumberFormat;

/** {@code DP-2026-000123}: the year, and the rank in it. */
record DemandNumbers() implements NumberFormat {

    @Override
    public String scope() {
        return "privacy";
    }

    @Override
    public int last() {
        return 999_999;
    }

    @Override
    public String format(int year, int rank) {
        return "DP-%04d-%06d".formatted(year, rank);
    }
}
