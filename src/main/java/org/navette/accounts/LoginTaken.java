package org.navette.accounts;

/** Another account of the espace already has this login. */
public final class LoginTaken extends RuntimeException {

    LoginTaken(String espace, Throwable cause) {
        super("this login is taken in " + espace, cause);
    }
}
