package org.navette.accounts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Asks who is signed in for their present password again: a browser left open must not give the account away. Tries are
 * counted apart from those of signing in, so that neither blocks the other.
 */
@Component
class CurrentPassword {

    private final JdbcClient jdbc;
    private final Throttle throttle;
    private final PasswordEncoder encoder;

    CurrentPassword(JdbcClient jdbc, Throttle throttle, PasswordEncoder encoder) {
        this.jdbc = jdbc;
        this.throttle = throttle;
        this.encoder = encoder;
    }

    /**
     * Compares. To be called outside a transaction: hashing is slow.
     *
     * @param address where the try comes from
     * @return the hash that fitted; what is done in its name holds only while it is still the account's
     * @throws WrongPassword when it is not theirs
     * @throws TooManyAttempts when it must wait; nothing was looked at
     */
    String check(SignedIn person, String password, String address) {
        String scope = person.espace() + "-own";
        String account = person.accountId().toString();
        throttle.admit(scope, account, address);
        String hash = jdbc.sql(
                        "select password_hash from account where id = ? and active and password_hash is not null")
                .param(person.accountId())
                .query(String.class)
                .optional()
                .orElseThrow(WrongPassword::new);
        if (password.length() > SignIn.LONGEST_TRIED || !encoder.matches(password, hash)) {
            throw new WrongPassword();
        }
        throttle.succeeded(scope, account, address);
        return hash;
    }
}
