package org.navette.providers;

import org.navette.requests.NumberFormat;

/**
 * {@code ADH-2026-000123} and {@code REI-2026-000045}: the year, and the rank in it.
 *
 * @param kind each kind counts for itself
 */
record MembershipNumbers(Membership.Kind kind) implements NumberFormat {

    @Override
    public String scope() {
        return Membership.ESPACE + "-" + kind;
    }

    @Override
    public int last() {
        return 999_999;
    }

    @Override
    public String format(int year, int rank) {
        return "%s-%04d-%06d".formatted(kind.prefix(), year, rank);
    }
}
