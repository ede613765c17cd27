package org.navette.funding;

import org.navette.requests.NumberFormat;

/** {@code ENR0079}: the rank of the enrolment, for ever (FUND-05). */
record EnrolmentNumbers() implements NumberFormat {

    @Override
    public String scope() {
        return Enrolment.ESPACE;
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
        return "ENR%04d".formatted(rank);
    }
}
