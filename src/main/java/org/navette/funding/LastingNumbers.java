package org.navette.funding;

import org.navette.requests.NumberFormat;

/**
 * Numbers that never start again: {@code ENR0079}, {@code RIB0001}, {@code MOD0001}.
 *
 * @param scope the code of what is numbered in the register of requests
 * @param prefix what each number begins with; the rank among all follows, in four digits or more
 */
record LastingNumbers(String scope, String prefix) implements NumberFormat {

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
        return "%s%04d".formatted(prefix, rank);
    }
}
