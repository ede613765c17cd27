package org.navette.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.Assert;

/**
 * A person's change of their own address (PROC-02): it takes effect when the link mailed to the new address is followed,
 * and the old address is told of both. Where the login is the address, it changes with it. Sessions go on.
 */
@Component
public class EmailChanges {

    /** dead changes removed with each new one, so that no job is needed */
    private static final int PURGE = 200;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Throttle throttle;
    private final CurrentPassword passwords;
    private final OneTimeLinks links;
    private final AccountLetters letters;
    private final TransactionTemplate transaction;

    EmailChanges(
            JdbcClient jdbc,
            Clock clock,
            Throttle throttle,
            CurrentPassword passwords,
            OneTimeLinks links,
            AccountLetters letters,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.throttle = throttle;
        this.passwords = passwords;
        this.links = links;
        this.letters = letters;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Asks for a change; one asked for before is void, and its link dead. When the new address is another account's login,
     * its owner is told instead of being sent a link, and nothing on the page tells the difference.
     *
     * @param current the present password as typed
     * @param address where the request comes from
     * @throws WrongPassword when it is not the account's
     * @throws TooManyAttempts when the password was tried, or a change asked for, too often
     * @throws IllegalArgumentException when the address cannot be one ({@link Persons}): the page has checked it
     */
    public void ask(SignedIn person, String email, String current, String address) {
        String wanted = Persons.clean(email);
        Assert.isTrue(Persons.isEmail(wanted), "the address is checked before");
        String hash = passwords.check(person, current, address);
        // never counted as a success: it bounds the mails that one person can have sent to others
        throttle.admit(person.espace() + "-email", person.accountId().toString(), address);
        transaction.executeWithoutResult(status -> ask(person.accountId(), wanted, hash));
    }

    private void ask(UUID accountId, String email, String hash) {
        var account = lock(accountId, hash).orElseThrow(WrongPassword::new);
        var now = clock.instant();
        purge(Timestamp.from(now));
        links.cancel(accountId, Purpose.EMAIL_CHANGE);
        var change = new EmailChange(UUID.randomUUID(), accountId, email, now.plus(Purpose.EMAIL_CHANGE.life()));
        jdbc.sql(
                        """
                        insert into email_change (account_id, id, email, expires_at) values (?, ?, ?, ?)
                        on conflict (account_id) do update set
                          id = excluded.id, email = excluded.email, expires_at = excluded.expires_at""")
                .params(accountId, change.id(), email, Timestamp.from(change.expiresAt()))
                .update();
        owner(account, email)
                .ifPresentOrElse(letters::queueAddressInUse, () -> letters.queueChangeLink(account, change));
        letters.queueChangeAsked(account, email);
    }

    /** The change that waits, if any; one whose address is somebody else's waits too, for ever in vain. */
    public Optional<EmailChange> pending(UUID accountId) {
        return jdbc.sql("select * from email_change where account_id = ? and expires_at > ?")
                .params(accountId, Timestamp.from(clock.instant()))
                .query(EmailChanges::change)
                .optional();
    }

    /** Takes a change back: its link is dead. Nothing happens when none waits. */
    public void withdraw(UUID accountId) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select id from account where id = ? for update")
                    .param(accountId)
                    .query(UUID.class)
                    .optional();
            links.cancel(accountId, Purpose.EMAIL_CHANGE);
            jdbc.sql("delete from email_change where account_id = ?")
                    .param(accountId)
                    .update();
        });
    }

    /** Looks at a link without using it up; empty when it is dead or another espace's. */
    public Optional<EmailChange> look(String espace, String token) {
        return links.look(token)
                .filter(link -> link.purpose() == Purpose.EMAIL_CHANGE)
                .filter(link -> account(link.accountId())
                        .filter(account -> account.espace().equals(espace))
                        .isPresent())
                .flatMap(link -> pending(link.accountId()));
    }

    /**
     * Makes the change behind a link and uses the link up; all other links of the account are dead. Of two at once one does
     * it.
     *
     * @return the account with its new address, or empty when the link is dead or another espace's
     * @throws LoginTaken when somebody else has come to have this address as login; nothing is changed
     */
    public Optional<Account> confirm(String espace, String token) {
        if (look(espace, token).isEmpty()) {
            return Optional.empty();
        }
        return transaction.execute(status ->
                links.use(token).flatMap(link -> pending(link.accountId())).map(this::make));
    }

    private Account make(EmailChange change) {
        var before = account(change.accountId()).orElseThrow();
        // an address proven by its link comes before one that was only typed
        jdbc.sql(
                        """
                        delete from account where espace = ? and lower(login) = lower(?) and id <> ?
                          and self_registered and activated_at is null""")
                .params(before.espace(), change.email(), before.id())
                .update();
        try {
            jdbc.sql(
                            """
                            update account set email = :email,
                              login = case when lower(login) = lower(email) then :email else login end
                            where id = :id""")
                    .param("email", change.email())
                    .param("id", before.id())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new LoginTaken(before.espace(), e);
        }
        links.cancel(before.id());
        letters.queueEmailChanged(before, change.email());
        return account(before.id()).orElseThrow();
    }

    /** Who has the wanted address as login, when the account's own login would become it. */
    private Optional<Account> owner(Account account, String email) {
        if (!account.login().equalsIgnoreCase(account.email())) {
            return Optional.empty();
        }
        return jdbc.sql(
                        """
                        select * from account where espace = ? and lower(login) = lower(?) and id <> ?
                          and not (self_registered and activated_at is null)""")
                .params(account.espace(), email, account.id())
                .query(AccountRow::account)
                .optional();
    }

    private Optional<Account> lock(UUID accountId, String hash) {
        return jdbc.sql("select * from account where id = ? and active and password_hash = ? for update")
                .params(accountId, hash)
                .query(AccountRow::account)
                .optional();
    }

    private Optional<Account> account(UUID id) {
        return jdbc.sql("select * from account where id = ?")
                .param(id)
                .query(AccountRow::account)
                .optional();
    }

    private void purge(Timestamp now) {
        jdbc.sql(
                        """
                        delete from email_change where account_id in (
                          select account_id from email_change where expires_at < ? order by expires_at limit ?
                          for update skip locked)""")
                .params(now, PURGE)
                .update();
    }

    private static EmailChange change(ResultSet row, int index) throws SQLException {
        return new EmailChange(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("email"),
                row.getTimestamp("expires_at").toInstant());
    }
}
