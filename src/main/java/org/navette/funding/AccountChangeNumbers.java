package org.navette.funding;

import org.navette.requests.NumberFormat;

/** {@code RIB0001}, {@code CPP0001}: the rank of the change among those of its kind, for ever (FUND-24). */
record AccountChangeNumbers(AccountChange.Kind kind) implements NumberFormat {

    @Override
    public String scope() {
        return kind.espace();
    }

    @Override
    public boolean isYearly() {
        return false;
    }

    @Override
    public int last() {
        return Integer.MAX_VALUE - 1;
    }

    @Override
    public String format(int year, int rank) {
        return kind.number(rank);
    }
}
