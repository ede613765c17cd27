package org.navette.procedures;

import org.navette.requests.NumberFormat;

/** {@code LPP-2026-000042}: the year, and the rank in it (PROC-10). */
record Numbers() implements NumberFormat {

    @Override
    public String scope() {
        return Office.ESPACE;
    }

    @Override
    public int last() {
        return 999_999;
    }

    @Override
    public String format(int year, int rank) {
        return "LPP-%04d-%06d".formatted(year, rank);
    }
}
