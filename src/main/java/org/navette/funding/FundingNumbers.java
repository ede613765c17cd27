package org.navette.funding;

import org.navette.directory.Couloir;
import org.navette.requests.NumberFormat;

/**
 * {@code FINMS1010719M0}: the couloir, a rank that never starts again, and a mark: M0 for the advance of a dossier, M1
 * for its balance (FUND-11).
 */
record FundingNumbers(Couloir couloir) implements NumberFormat {

    private static final String ADVANCE = "M0";
    private static final String BALANCE = "M1";

    @Override
    public String scope() {
        return FundingRequest.ESPACE + ":" + couloir.name();
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
        return "FIN%s%06d%s".formatted(couloir.name(), rank, ADVANCE);
    }

    /** A number without its mark: what advance and balance share. */
    static String dossier(String number) {
        return number.substring(0, number.length() - ADVANCE.length());
    }

    /** The number of a dossier's advance. */
    static String advance(String dossier) {
        return dossier + ADVANCE;
    }

    /** The number of a dossier's balance. */
    static String balance(String dossier) {
        return dossier + BALANCE;
    }
}
