package org.navette.providers;

/** An account has consulted more rights than a desk does: the next consultation must wait. */
public final class TooManyConsultations extends RuntimeException {

    TooManyConsultations() {
        super("too many consultations");
    }
}
