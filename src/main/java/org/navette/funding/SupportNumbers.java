package org.navette.funding;

import org.navette.requests.NumberFormat;

/** {@code ASS-2026-000123}: the year, and the rank in it. */
record SupportNumbers() implements NumberFormat {

    @Override
    public String scope() {
        return SupportRequest.ESPACE;
    }

    @Override
    public int last() {
        return 999_999;
    }

    @Override
    public String format(int year, int rank) {
        return "ASS-%04d-%06d".formatted(year, rank);
    }
}
