package org.navette.accounts;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The mailed link that makes an account its person's own (PROC-01). */
@Component
@Transactional
public class Confirmations {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final PasswordEncoder encoder;
    private final PasswordPolicy policy;
    private final OneTimeLinks links;

    Confirmations(JdbcClient jdbc, Clock clock, PasswordEncoder encoder, PasswordPolicy policy, OneTimeLinks links) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.encoder = encoder;
        this.policy = policy;
        this.links = links;
    }

    /**
     * An account behind a living link.
     *
     * @param choosesPassword true when no password typed so far may count
     */
    public record Unconfirmed(UUID id, String login, String name, Instant registeredAt, boolean choosesPassword) {}

    /** Looks at a link without using it up; empty when it is dead or another espace's. */
    @Transactional(readOnly = true)
    public Optional<Unconfirmed> look(String espace, String token) {
        return links.look(token)
                .filter(link -> link.purpose() == Purpose.CONFIRMATION)
                .flatMap(link -> unconfirmed(espace, link.accountId()));
    }

    /**
     * Confirms the address of the link's account, which can sign in from now on, and uses the link up. Of two at once one
     * does it.
     *
     * @param password chosen now; looked at only when the account needs one
     * @return false when the link is dead or another espace's
     * @throws RefusedPassword when a password is needed and breaks the policy; the link stays alive
     */
    public boolean confirm(String espace, String token, String password) {
        if (look(espace, token).isEmpty()) {
            return false;
        }
        var link = links.use(token);
        if (link.isEmpty()) {
            return false;
        }
        // the account is locked now: whether it has a password cannot change any more
        var account = unconfirmed(espace, link.get().accountId()).orElseThrow();
        String hash = account.choosesPassword() ? chosen(espace, account, password) : null;
        var now = Timestamp.from(clock.instant());
        jdbc.sql(
                        """
                        update account set activated_at = ?, password_changed_at = ?,
                          password_hash = coalesce(?, password_hash) where id = ?""")
                .params(now, now, hash, account.id())
                .update();
        links.cancel(account.id());
        return true;
    }

    private String chosen(String espace, Unconfirmed account, String password) {
        policy.check(password, espace, account.login(), account.login());
        return encoder.encode(password);
    }

    private Optional<Unconfirmed> unconfirmed(String espace, UUID id) {
        return jdbc.sql(
                        """
                        select id, login, first_name, last_name, created_at, password_hash is null from account
                        where id = ? and espace = ? and self_registered and activated_at is null""")
                .params(id, espace)
                .query((row, n) -> new Unconfirmed(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3) + " " + row.getString(4),
                        row.getTimestamp(5).toInstant(),
                        row.getBoolean(6)))
                .optional();
    }
}
