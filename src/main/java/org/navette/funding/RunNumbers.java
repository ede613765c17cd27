package org.navette.funding;

import org.navette.requests.NumberFormat;

/**
 * The numbers of what the agency does with many requests at once, a rank that never starts again: {@code DEC0001} for
 * batches of decisions, {@code VIR0001} for runs of payments.
 */
enum RunNumbers implements NumberFormat {
    DECISION(FundingDecisions.ESPACE, "DEC"),
    PAYMENT(PaymentRuns.ESPACE, "VIR");

    private final String espace;
    private final String prefix;

    RunNumbers(String espace, String prefix) {
        this.espace = espace;
        this.prefix = prefix;
    }

    @Override
    public String scope() {
        return espace;
    }

    @Override
    public boolean isYearly() {
        return false;
    }

    @Override
    public int last() {
        return 999_999;
    }

    @Override
    public String format(int year, int rank) {
        return "%s%04d".formatted(prefix, rank);
    }
}
