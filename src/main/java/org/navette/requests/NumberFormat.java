package org.navette.requests;

/** How an espace makes its numbers. */
public interface NumberFormat {

    /** Whose counter it is, e.g. espace and organism. */
    String scope();

    /** True when ranks start again at 1 every year. */
    default boolean isYearly() {
        return true;
    }

    /** The last rank that fits. */
    int last();

    /** The number of a rank. */
    String format(int year, int rank);
}
