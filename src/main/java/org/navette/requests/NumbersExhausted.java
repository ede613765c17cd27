package org.navette.requests;

/** All numbers of this year are taken. */
public class NumbersExhausted extends RuntimeException {
    NumbersExhausted(String scope, int year) {
        super("no number left for " + scope + " in " + year);
    }
}
