package org.navette.accounts;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mailed links that prove that a person reads the account's mailbox: 256 random bits, stored hashed, used once. A newer
 * link of the same purpose cancels the older.
 */
@Component
public class OneTimeLinks {

    /** expired rows removed by each new link, so that no job is needed */
    private static final int PURGE = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    OneTimeLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A link that can still be used. */
    public record LiveLink(UUID accountId, Purpose purpose) {}

    /**
     * Makes a link for an account, committed at once: the mail that carries it cannot be called back either.
     *
     * @param wanted asked once the account is locked; false when the link has lost its sense while its mail was waiting
     * @return the token, which is readable nowhere else; a dead one when the account is gone or it is wanted no more
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public String issue(UUID accountId, Purpose purpose, BooleanSupplier wanted) {
        var now = clock.instant();
        purge(Timestamp.from(now));
        String token = Tokens.create();
        // two mails sent at the same time must not leave two links
        boolean exists = jdbc.sql("select id from account where id = ? for update")
                .param(accountId)
                .query(UUID.class)
                .optional()
                .isPresent();
        if (exists && wanted.getAsBoolean()) {
            cancel(accountId, purpose);
            jdbc.sql("insert into one_time_link (token_hash, account_id, purpose, expires_at) values (?, ?, ?, ?)")
                    .params(Tokens.hash(token), accountId, purpose.name(), Timestamp.from(now.plus(purpose.life())))
                    .update();
        }
        return token;
    }

    /** Looks at a link without using it up: programs that scan mail open links too. Empty when it is dead. */
    @Transactional(readOnly = true)
    public Optional<LiveLink> look(String token) {
        return jdbc.sql(
                        """
                        select l.account_id, l.purpose from one_time_link l join account a on a.id = l.account_id
                        where l.token_hash = ? and l.used_at is null and l.expires_at > ? and a.active""")
                .params(Tokens.hash(token), Timestamp.from(clock.instant()))
                .query((row, n) -> new LiveLink(row.getObject(1, UUID.class), Purpose.valueOf(row.getString(2))))
                .optional();
    }

    /** Uses a link up, inside the caller's transaction. Empty when it is dead; of two callers at once one gets it. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<LiveLink> use(String token) {
        var now = Timestamp.from(clock.instant());
        // the account before the link, as everybody does: otherwise two could wait for each other
        jdbc.sql(
                        """
                        select a.id from one_time_link l join account a on a.id = l.account_id
                        where l.token_hash = ? for update of a""")
                .param(Tokens.hash(token))
                .query(UUID.class)
                .optional();
        return jdbc.sql(
                        """
                        update one_time_link l set used_at = ? from account a
                        where l.token_hash = ? and l.used_at is null and l.expires_at > ?
                          and a.id = l.account_id and a.active
                        returning l.account_id, l.purpose""")
                .params(now, Tokens.hash(token), now)
                .query((row, n) -> new LiveLink(row.getObject(1, UUID.class), Purpose.valueOf(row.getString(2))))
                .optional();
    }

    /**
     * Cancels all links of an account, and the change of address that waits for one: its mailbox is another's, its
     * password is new, or it is closed.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void cancel(UUID accountId) {
        jdbc.sql("delete from one_time_link where account_id = ? and used_at is null")
                .param(accountId)
                .update();
        jdbc.sql("delete from email_change where account_id = ?")
                .param(accountId)
                .update();
    }

    /** Cancels the links of one purpose. */
    @Transactional(propagation = Propagation.MANDATORY)
    void cancel(UUID accountId, Purpose purpose) {
        jdbc.sql("delete from one_time_link where account_id = ? and purpose = ? and used_at is null")
                .params(accountId, purpose.name())
                .update();
    }

    private void purge(Timestamp now) {
        jdbc.sql(
                        """
                        delete from one_time_link where token_hash in (
                          select token_hash from one_time_link where expires_at < ? order by expires_at limit ?
                          for update skip locked)""")
                .params(now, PURGE)
                .update();
    }
}
