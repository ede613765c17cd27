package org.navette.accounts;

/** What was typed is not the account's present password. */
public final class WrongPassword extends RuntimeException {

    WrongPassword() {
        super("wrong password");
    }
}
