package org.navette.providers;

import org.navette.requests.NumberFormat;

/** {@code PEC-2026-000123}, {@code DR-2026-0000123} and {@code VCS-2026-0012}: the year, and the rank in it. */
enum CareNumbers implements NumberFormat {
    PRIOR_AGREEMENT("PEC-%04d-%06d", 999_999),
    REIMBURSEMENT("DR-%04d-%07d", 9_999_999),
    PAYMENT_RUN("VCS-%04d-%04d", 9_999);

    private final String pattern;
    private final int last;

    CareNumbers(String pattern, int last) {
        this.pattern = pattern;
        this.last = last;
    }

    @Override
    public String scope() {
        return "providers-" + name();
    }

    @Override
    public int last() {
        return last;
    }

    @Override
    public String format(int year, int rank) {
        return pattern.formatted(year, rank);
    }
}
