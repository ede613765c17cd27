package org.navette.accounts;

/** What can be a login at all. */
final class Logins {

    /** the longest e-mail address there is */
    private static final int LONGEST = 254;

    private Logins() {}

    /** False for what no account can have and the database would not even compare. */
    static boolean possible(String login) {
        return login.length() <= LONGEST && login.chars().noneMatch(Character::isISOControl);
    }
}
