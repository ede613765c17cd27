package org.navette.accounts;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.Assert;

/**
 * Accounts that people open for themselves (PROC-01). Such an account cannot sign in until its mailed link is followed
 * (see {@link Confirmations}), and until then it is nobody's: the address may be registered again, and the later
 * registration replaces the earlier with all that hangs on it. When the earlier link could still be followed, one of the
 * two may not be the mailbox's owner, who cannot tell whose link arrives: neither password counts then, and one is chosen
 * at the confirmation.
 */
@Component
public class Registrations {

    /** an account not confirmed by then is removed */
    static final Duration UNCONFIRMED = Duration.ofDays(7);
    /** the same registration sent again so soon is one sent twice */
    static final Duration TWICE = Duration.ofMinutes(1);
    /** unconfirmed accounts removed with each registration, so that no job is needed */
    private static final int PURGE = 200;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final PasswordEncoder encoder;
    private final PasswordPolicy policy;
    private final Throttle throttle;
    private final AccountLetters letters;
    private final TransactionTemplate transaction;

    Registrations(
            JdbcClient jdbc,
            Clock clock,
            PasswordEncoder encoder,
            PasswordPolicy policy,
            Throttle throttle,
            AccountLetters letters,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.encoder = encoder;
        this.policy = policy;
        this.throttle = throttle;
        this.letters = letters;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** An account that waits for its confirmation. */
    private record Waiting(UUID id, @Nullable String hash, Instant registeredAt, boolean linkAlive) {}

    /**
     * Opens an account and mails its confirmation link; when the address has an account already, its owner is told by mail
     * and nothing else happens. What is answered to the browser must not depend on which of the two it was: both take the
     * same time. To be called outside a transaction, since hashing is slow; it makes its own.
     *
     * @param address where the registration comes from
     * @param tie called with the new account's id in the transaction that makes it, so that the espace writes its own rows
     *     about the person; they must refer to the account by a foreign key {@code on delete cascade}
     * @return the new account's id; empty when there is none
     * @throws RefusedPassword when the password breaks the policy
     * @throws TooManyAttempts when the address, or the e-mail address, must wait; nothing was looked at
     * @throws IllegalArgumentException when a name or the e-mail address cannot be one ({@link Persons}): the page has
     *     checked them
     */
    public Optional<UUID> register(String espace, Newcomer newcomer, String address, Consumer<UUID> tie) {
        Assert.isTrue(newcomer.isPossible(), "names and e-mail address are checked before");
        Assert.state(!TransactionSynchronizationManager.isActualTransactionActive(), "no connection is held meanwhile");
        policy.check(newcomer.password(), espace, newcomer.email(), newcomer.email());
        // never counted as a success: it bounds the mails that a stranger can have sent
        throttle.admit(espace + "-registration", newcomer.email(), address);
        purge(PURGE);
        String hash = encoder.encode(newcomer.password());
        var earlier = compare(espace, newcomer, hash);
        return transaction.execute(status -> {
            lock(espace, newcomer.email());
            return open(espace, newcomer, hash, earlier, tie);
        });
    }

    /** The password of the registration before, compared: null when there is none. */
    private record Compared(@Nullable String hash, boolean same) {

        boolean isOf(String other) {
            return other.equals(hash);
        }
    }

    /** Compares in any case: an unknown address costs the same time. */
    private Compared compare(String espace, Newcomer newcomer, String hash) {
        String earlier = waiting(espace, newcomer.email()).map(Waiting::hash).orElse(null);
        boolean same = encoder.matches(newcomer.password(), earlier == null ? hash : earlier);
        return new Compared(earlier, same && earlier != null);
    }

    /**
     * Removes accounts that were not confirmed in 7 days, with what hangs on them.
     *
     * @param atMost how many
     * @return how many they were
     */
    public int purge(int atMost) {
        return jdbc.sql(
                        """
                        delete from account where id in (
                          select id from account where self_registered and activated_at is null and created_at < ?
                          order by created_at limit ? for update skip locked)""")
                .params(Timestamp.from(clock.instant().minus(UNCONFIRMED)), atMost)
                .update();
    }

    private Optional<UUID> open(String espace, Newcomer newcomer, String hash, Compared earlier, Consumer<UUID> tie) {
        var now = clock.instant();
        var waiting = waiting(espace, newcomer.email());
        // compared again only when another registration has come in between
        boolean same = waiting.map(Waiting::hash)
                .filter(stored -> earlier.isOf(stored) ? earlier.same() : encoder.matches(newcomer.password(), stored))
                .isPresent();
        if (same && waiting.get().registeredAt().isAfter(now.minus(TWICE))) {
            return Optional.empty();
        }
        boolean contested = !same
                && waiting.filter(
                                w -> w.linkAlive() || w.registeredAt().isAfter(now.minus(Purpose.CONFIRMATION.life())))
                        .isPresent();
        // still unconfirmed, or its confirmation came first
        waiting.ifPresent(w -> jdbc.sql("delete from account where id = ? and activated_at is null")
                .param(w.id())
                .update());
        var id = insert(espace, newcomer, contested ? null : hash, now);
        if (id.isEmpty()) {
            account(espace, newcomer.email()).ifPresent(letters::queueKnown);
            return id;
        }
        tie.accept(id.get());
        account(espace, newcomer.email()).ifPresent(made -> letters.queueLink(made, Purpose.CONFIRMATION));
        return id;
    }

    private Optional<UUID> insert(String espace, Newcomer newcomer, @Nullable String hash, Instant now) {
        return jdbc.sql(
                        """
                        insert into account (id, espace, login, email, first_name, last_name, created_at,
                          self_registered, password_hash)
                        values (:id, :espace, :email, :email, :firstName, :lastName, :now, true, :hash)
                        on conflict (espace, lower(login)) do nothing returning id""")
                .param("id", UUID.randomUUID())
                .param("espace", espace)
                .param("email", newcomer.email())
                .param("firstName", newcomer.firstName())
                .param("lastName", newcomer.lastName())
                .param("now", Timestamp.from(now))
                .param("hash", hash)
                .query(UUID.class)
                .optional();
    }

    private Optional<Account> account(String espace, String email) {
        return jdbc.sql("select * from account where espace = ? and lower(login) = lower(?)")
                .params(espace, email)
                .query(AccountRow::account)
                .optional();
    }

    private Optional<Waiting> waiting(String espace, String email) {
        return jdbc.sql(
                        """
                        select a.id, a.password_hash, a.created_at, exists (select 1 from one_time_link l
                          where l.account_id = a.id and l.purpose = ? and l.used_at is null and l.expires_at > ?)
                        from account a where a.espace = ? and lower(a.login) = lower(?)
                          and a.self_registered and a.activated_at is null and a.active""")
                .params(Purpose.CONFIRMATION.name(), Timestamp.from(clock.instant()), espace, email)
                .query((row, n) -> new Waiting(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getTimestamp(3).toInstant(),
                        row.getBoolean(4)))
                .optional();
    }

    /** Two registrations of one address come one after the other; there may be no row yet to lock. */
    private void lock(String espace, String email) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('registration:' || ? || ':' || lower(?), 0))")
                .params(espace, email)
                .query()
                .singleRow();
    }
}
