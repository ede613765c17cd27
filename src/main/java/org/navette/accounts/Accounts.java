package org.navette.accounts;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of all espaces: made, changed, closed. The caller has checked who may do so. */
@Component
@Transactional
public class Accounts {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final PasswordEncoder encoder;
    private final PasswordPolicy policy;
    private final OneTimeLinks links;
    private final AccountLetters letters;
    private final Sessions sessions;

    Accounts(
            JdbcClient jdbc,
            Clock clock,
            PasswordEncoder encoder,
            PasswordPolicy policy,
            OneTimeLinks links,
            AccountLetters letters,
            Sessions sessions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.encoder = encoder;
        this.policy = policy;
        this.links = links;
        this.letters = letters;
        this.sessions = sessions;
    }

    /**
     * Makes an account without password and mails its activation link.
     *
     * @throws LoginTaken when the espace has this login already, in any case
     */
    public Account create(String espace, String login, String email, String firstName, String lastName) {
        var account = insert(espace, login, email, firstName, lastName);
        letters.queueLink(account, Purpose.ACTIVATION);
        return account;
    }

    /**
     * Makes an account that can be used at once; nothing is mailed. For demonstration data and tests.
     *
     * @throws LoginTaken when the espace has this login already
     * @throws RefusedPassword when the password breaks the policy
     */
    public Account createActivated(
            String espace, String login, String email, String firstName, String lastName, String password) {
        var account = insert(espace, login, email, firstName, lastName);
        setPassword(account.id(), password);
        return get(account.id());
    }

    /**
     * Changes who an account belongs to. Links on their way to an older address are dead from now on; an account that
     * was never activated gets a new one.
     *
     * @throws LoginTaken when another account of the espace has this login
     */
    public Account edit(UUID id, String login, String email, String firstName, String lastName) {
        var before = get(id);
        try {
            jdbc.sql("update account set login = ?, email = ?, first_name = ?, last_name = ? where id = ?")
                    .params(login.strip(), email.strip(), firstName.strip(), lastName.strip(), id)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new LoginTaken(before.espace(), e);
        }
        var after = get(id);
        if (!after.email().equals(before.email())) {
            links.cancel(id);
            if (after.active() && waitsForLink(after)) {
                mailFirstLink(after);
            }
        }
        return after;
    }

    /** Changes how the person is called; address and login stay, whatever happens to them meanwhile. */
    public void rename(UUID id, String firstName, String lastName) {
        jdbc.sql("update account set first_name = ?, last_name = ? where id = ?")
                .params(firstName.strip(), lastName.strip(), id)
                .update();
    }

    /**
     * Makes an account that somebody registered and nobody has confirmed one that is made for them: whatever password was
     * typed then does not count, and the activation link is mailed.
     *
     * @return false when it is no such account; nothing was changed
     */
    public boolean adopt(UUID id, String firstName, String lastName) {
        int adopted = jdbc.sql("update account set self_registered = false, password_hash = null, first_name = ?,"
                        + " last_name = ? where id = ? and self_registered and activated_at is null and active")
                .params(firstName.strip(), lastName.strip(), id)
                .update();
        if (adopted == 1) {
            links.cancel(id);
            letters.queueLink(get(id), Purpose.ACTIVATION);
        }
        return adopted == 1;
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(UUID id) {
        return jdbc.sql("select * from account where id = ?")
                .param(id)
                .query(AccountRow::account)
                .optional();
    }

    /** @param login in any case */
    @Transactional(readOnly = true)
    public Optional<Account> find(String espace, String login) {
        if (!Logins.possible(login)) {
            return Optional.empty();
        }
        return jdbc.sql("select * from account where espace = ? and lower(login) = lower(?)")
                .params(espace, login.strip())
                .query(AccountRow::account)
                .optional();
    }

    /** Those of the accounts that exist, by name. */
    @Transactional(readOnly = true)
    public List<Account> findAll(Collection<UUID> ids) {
        return jdbc.sql("select * from account where id = any(?) order by lower(last_name), lower(first_name), id")
                .param(ids.toArray(UUID[]::new))
                .query(AccountRow::account)
                .list();
    }

    /** Closes an account: its sessions end at once, its links are dead. */
    public void deactivate(UUID id) {
        jdbc.sql("update account set active = false where id = ?").param(id).update();
        links.cancel(id);
        endSessions(id);
    }

    /** Removes an account for good: its sessions end at once, its login is free for another. */
    public void delete(UUID id) {
        endSessions(id);
        jdbc.sql("delete from account where id = ?").param(id).update();
    }

    /** Opens an account again, with the password it had; without one, its activation link is mailed anew. */
    public void reactivate(UUID id) {
        int changed = jdbc.sql("update account set active = true where id = ? and not active")
                .param(id)
                .update();
        if (changed == 1 && waitsForLink(get(id))) {
            mailFirstLink(get(id));
        }
    }

    /**
     * Mails an account its confirmation link or the link for its first password or, once it has one, for a new password.
     */
    public void mailLink(UUID id) {
        var account = get(id);
        if (!account.active()) {
            return;
        }
        if (account.activatedAt() == null) {
            mailFirstLink(account);
        } else {
            letters.queueLink(account, Purpose.RESET);
        }
    }

    /** Who gets a password by mail needs no link to choose the first one. */
    private static boolean waitsForLink(Account account) {
        return account.activatedAt() == null && !account.provisional();
    }

    /** Who forgot an unconfirmed account's password may never have chosen it: it is chosen at the confirmation then. */
    private void mailFirstLink(Account account) {
        int registered = jdbc.sql(
                        "update account set password_hash = null where id = ? and self_registered and activated_at is null")
                .param(account.id())
                .update();
        letters.queueLink(account, registered == 1 ? Purpose.CONFIRMATION : Purpose.ACTIVATION);
    }

    /**
     * Gives an account its password. All its sessions end; when it had one before, the person is told by mail.
     *
     * @throws RefusedPassword when it breaks the policy
     */
    public void setPassword(UUID id, String password) {
        var account = get(id);
        policy.check(password, account);
        var now = Timestamp.from(clock.instant());
        jdbc.sql(
                        """
                        update account set password_hash = ?, password_changed_at = ?,
                          activated_at = coalesce(activated_at, ?), provisional_until = null, provisional_used = false
                        where id = ?""")
                .params(encoder.encode(password), now, now, id)
                .update();
        links.cancel(id);
        endSessions(id);
        if (account.passwordChangedAt() != null) {
            letters.queueChanged(account);
        }
    }

    /**
     * Gives the account of a mailed link its password and uses the link up.
     *
     * @return the account, or empty when the link is dead, for something else, or another espace's
     * @throws RefusedPassword when the password breaks the policy; the link stays alive
     */
    public Optional<Account> choosePassword(String espace, String token, String password) {
        var account = links.look(token)
                .filter(link -> link.purpose().choosesPassword())
                .flatMap(link -> find(link.accountId()));
        if (account.isEmpty() || !account.get().espace().equals(espace)) {
            return Optional.empty();
        }
        policy.check(password, account.get());
        return links.use(token).map(link -> {
            setPassword(link.accountId(), password);
            return get(link.accountId());
        });
    }

    /** Signs the person out of every browser, once the caller's transaction is committed. */
    public void endSessions(UUID id) {
        jdbc.sql("update account set session_stamp = session_stamp + 1 where id = ?")
                .param(id)
                .update();
        sessions.endAfterCommit(get(id), null);
    }

    /** The account of a session's person, unless it was closed or the session was ended in the meantime. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Account> open(SignedIn person) {
        return jdbc.sql("select * from account where id = ? and active and session_stamp = ?")
                .params(person.accountId(), person.stamp())
                .query(AccountRow::account)
                .optional();
    }

    Account insert(String espace, String login, String email, String firstName, String lastName) {
        var id = UUID.randomUUID();
        try {
            jdbc.sql(
                            """
                            insert into account (id, espace, login, email, first_name, last_name, created_at)
                            values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            id,
                            espace,
                            login.strip(),
                            email.strip(),
                            firstName.strip(),
                            lastName.strip(),
                            Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new LoginTaken(espace, e);
        }
        return get(id);
    }

    Account get(UUID id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("no account " + id));
    }
}
