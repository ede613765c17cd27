package org.navette.accounts;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.navette.engine.SecurityLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Checks who signs in. An unknown login, a closed or not yet activated account and a wrong password cost the same time
 * and give the same answer.
 */
@Component
public class SignIn {

    /** longer ones are never somebody's password: not worth hashing */
    static final int LONGEST_TRIED = 1024;

    private final Throttle throttle;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final PasswordEncoder encoder;
    private final String nobodysHash;

    SignIn(Throttle throttle, JdbcClient jdbc, Clock clock, PasswordEncoder encoder) {
        this.throttle = throttle;
        this.jdbc = jdbc;
        this.clock = clock;
        this.encoder = encoder;
        nobodysHash = encoder.encode(UUID.randomUUID().toString());
    }

    private record Candidate(SignedIn person, String hash, boolean provisional) {}

    /**
     * Tries a login and a password.
     *
     * @param address where the try comes from
     * @return the person, or empty when the two do not fit
     * @throws TooManyAttempts when the account or the address must wait; nothing was looked at
     */
    public Optional<SignedIn> attempt(String espace, String login, String password, String address) {
        try {
            throttle.admit(espace, login, address);
        } catch (TooManyAttempts e) {
            SecurityLog.signInDelayed(espace, address);
            throw e;
        }
        var candidate = candidate(espace, login);
        String tried = password.length() <= LONGEST_TRIED ? password : "";
        boolean matches = encoder.matches(tried, candidate.map(Candidate::hash).orElse(nobodysHash));
        if (!matches || candidate.isEmpty() || candidate.get().provisional() && !isFirst(candidate.get())) {
            SecurityLog.signInFailed(
                    espace,
                    candidate
                            .map(known -> known.person().accountId().toString())
                            .orElse(null),
                    address);
            return Optional.empty();
        }
        throttle.succeeded(espace, login, address);
        var person = candidate.get().person();
        SecurityLog.signedIn(espace, person.accountId().toString(), address);
        jdbc.sql("update account set last_login_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), person.accountId())
                .update();
        if (encoder.upgradeEncoding(candidate.get().hash())) {
            jdbc.sql("update account set password_hash = ? where id = ? and password_hash = ?")
                    .params(
                            encoder.encode(password),
                            person.accountId(),
                            candidate.get().hash())
                    .update();
        }
        return Optional.of(person);
    }

    /** A mailed password is good for one sign-in: of two at once one gets in. */
    private boolean isFirst(Candidate candidate) {
        return jdbc.sql("update account set provisional_used = true where id = ? and password_hash = ?"
                                + " and not provisional_used")
                        .params(candidate.person().accountId(), candidate.hash())
                        .update()
                == 1;
    }

    private Optional<Candidate> candidate(String espace, String login) {
        if (!Logins.possible(login)) {
            return Optional.empty();
        }
        return jdbc.sql(
                        """
                        select id, login, first_name, last_name, session_stamp, password_hash, provisional_until
                        from account where espace = ? and lower(login) = lower(?) and active
                          and activated_at is not null and password_hash is not null
                          and (provisional_until is null or provisional_until > ? and not provisional_used)""")
                .params(espace, login.strip(), Timestamp.from(clock.instant()))
                .query((row, n) -> new Candidate(
                        new SignedIn(
                                row.getObject("id", UUID.class),
                                espace,
                                row.getString("login"),
                                row.getString("first_name") + " " + row.getString("last_name"),
                                row.getLong("session_stamp")),
                        row.getString("password_hash"),
                        row.getTimestamp("provisional_until") != null))
                .optional();
    }
}
