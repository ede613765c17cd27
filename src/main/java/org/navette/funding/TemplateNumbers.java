package org.navette.funding;

import org.navette.requests.NumberFormat;

/** {@code MOD0001}: the rank of the template among all, for ever (FUND-22). */
record TemplateNumbers() implements NumberFormat {

    @Override
    public String scope() {
        return DocumentTemplate.ESPACE;
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
        return "MOD%04d".formatted(rank);
    }
}
