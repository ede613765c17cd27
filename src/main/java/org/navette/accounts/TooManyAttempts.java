package org.navette.accounts;

/** The person, or somebody from the same address, has failed too often: the next try must wait. */
public final class TooManyAttempts extends RuntimeException {

    TooManyAttempts() {
        super("too many attempts");
    }
}
