package org.navette.accounts;

/**
 * Somebody who opens an account for themselves. Names and address are cleaned; nothing is checked yet.
 *
 * @param email also the login
 * @param password as typed
 */
public record Newcomer(String email, String firstName, String lastName, String password) {

    public Newcomer {
        email = Persons.clean(email);
        firstName = Persons.clean(firstName);
        lastName = Persons.clean(lastName);
    }

    /** True when names and address can be taken; the password has a policy of its own. */
    boolean isPossible() {
        return Persons.isEmail(email) && Persons.isName(firstName) && Persons.isName(lastName);
    }

    /** Without the password: a record's own text would put it into logs. */
    @Override
    public String toString() {
        return "Newcomer[" + email + "]";
    }
}
