package org.navette.accounts;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A signed-in person's change of their own password (PROC-02). */
@Component
public class OwnPassword {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final PasswordEncoder encoder;
    private final CurrentPassword passwords;
    private final PasswordPolicy policy;
    private final OneTimeLinks links;
    private final Sessions sessions;
    private final AccountLetters letters;
    private final TransactionTemplate transaction;

    OwnPassword(
            JdbcClient jdbc,
            Clock clock,
            PasswordEncoder encoder,
            CurrentPassword passwords,
            PasswordPolicy policy,
            OneTimeLinks links,
            Sessions sessions,
            AccountLetters letters,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.encoder = encoder;
        this.passwords = passwords;
        this.policy = policy;
        this.links = links;
        this.sessions = sessions;
        this.letters = letters;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What the policy says of a new password, in French; empty when it can be taken. */
    public List<String> problems(Account account, String chosen) {
        return policy.problems(chosen, account.espace(), account.login(), account.email());
    }

    /**
     * Changes the password. All other sessions end, mailed links are dead, a change of address that waits is void, and the
     * person is told by mail. Of two changes at once one is made: the other's present password is no longer true.
     *
     * @param current the present password as typed
     * @param chosen the new one
     * @param address where the request comes from
     * @param session id of the session that goes on
     * @return the person as the session must know them from now on
     * @throws RefusedPassword when the new one breaks the policy; the present one was not looked at
     * @throws WrongPassword when the present one is not the account's
     * @throws TooManyAttempts when it was tried too often
     */
    public SignedIn change(
            Account account, SignedIn person, String current, String chosen, String address, String session) {
        policy.check(chosen, account);
        String before = passwords.check(person, current, address);
        String after = encoder.encode(chosen);
        return transaction.execute(status -> {
            long stamp = jdbc.sql(
                            """
                            update account set password_hash = ?, password_changed_at = ?, session_stamp = session_stamp + 1,
                              provisional_until = null, provisional_used = false
                            where id = ? and password_hash = ? and active returning session_stamp""")
                    .params(after, Timestamp.from(clock.instant()), person.accountId(), before)
                    .query(Long.class)
                    .optional()
                    .orElseThrow(WrongPassword::new);
            links.cancel(person.accountId());
            sessions.endAfterCommit(account, session);
            letters.queueChanged(account);
            return new SignedIn(account.id(), account.espace(), account.login(), account.displayName(), stamp);
        });
    }
}
