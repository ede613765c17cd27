package org.navette.requests;

/** How an espace makes its numbers. */
public interface NumberFormat {

    /** Whose counter it is, e.g. espace and organism; each starts again at 1 every year. */
    String scope();

    /** The last rank that fits. */
    int last();

    /** The number of a rank. */
    String format(int year, int rank);
}
