package org.navette.accounts;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes passwords and keeps them hashed as provisional ones. */
@Component
class IssuedPasswords {

    /** A mailbox is no place for a password that is good for ever. */
    static final Duration LIFE = Duration.ofDays(30);

    /** Without what is taken for something else when it is typed from paper: 0 O, 1 l I. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /** About 93 bits. */
    private static final int LENGTH = 16;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final PasswordEncoder encoder;
    private final PasswordPolicy policy;
    private final Sessions sessions;
    private final SecureRandom random = new SecureRandom();

    IssuedPasswords(JdbcClient jdbc, Clock clock, PasswordEncoder encoder, PasswordPolicy policy, Sessions sessions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.encoder = encoder;
        this.policy = policy;
        this.sessions = sessions;
    }

    /**
     * Makes an account's password, committed at once: the mail that carries it cannot be called back either.
     *
     * @param to the address that the mail goes to
     * @return the password, which is readable nowhere else; a dead one when the account is gone, closed, or has another
     *     address by now
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public String issue(UUID account, String espace, String to) {
        String password = make(Math.min(LENGTH, policy.length(espace).longest()));
        boolean wanted = jdbc.sql("select id from account where id = ? and email = ? and active for update")
                .params(account, to)
                .query(UUID.class)
                .optional()
                .isPresent();
        if (wanted) {
            keep(account, password);
        }
        return password;
    }

    /** Says that an account without password will get one by mail. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void expect(UUID account) {
        jdbc.sql("update account set provisional_until = ? where id = ?")
                .params(Timestamp.from(clock.instant().plus(LIFE)), account)
                .update();
    }

    /** Keeps a password as one that must be replaced; the account's sessions end. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(UUID account, String password) {
        var now = clock.instant();
        Account changed = jdbc.sql(
                        """
                        update account set password_hash = ?, password_changed_at = ?, provisional_until = ?,
                          provisional_used = false, activated_at = coalesce(activated_at, ?),
                          session_stamp = session_stamp + 1 where id = ? returning *""")
                .params(
                        encoder.encode(password),
                        Timestamp.from(now),
                        Timestamp.from(now.plus(LIFE)),
                        Timestamp.from(now),
                        account)
                .query(AccountRow::account)
                .single();
        sessions.endAfterCommit(changed, null);
    }

    private String make(int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length()))))
                .collect(Collectors.joining());
    }
}
