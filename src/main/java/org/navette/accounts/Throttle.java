package org.navette.accounts;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows down who guesses: from the fifth failure on, for an account or from an address, the next try waits 1 s, 2 s,
 * 4 s … 15 min. A try counts as a failure from its start, before the password is looked at, so that many at once are
 * no way around; success takes it back.
 */
@Component
public class Throttle {

    /** the failure after which waiting begins */
    static final int FREE = 5;

    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    /** an account's failures are forgotten so long after the last one, unless a success does it before */
    static final Duration ACCOUNT_MEMORY = Duration.ofHours(24);
    /** many people may share an address */
    static final Duration ADDRESS_MEMORY = Duration.ofMinutes(30);
    /** old rows removed by each success, so that no job is needed */
    private static final int PURGE = 200;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate alone;

    Throttle(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Counts a try, committed at once.
     *
     * @param scope what is tried: an espace's code, or a word for something else than signing in
     * @param name whose account, as typed; it need not exist
     * @param address where the try comes from
     * @throws TooManyAttempts when it must wait; it is not counted then
     */
    public void admit(String scope, String name, String address) {
        boolean admitted = Boolean.TRUE.equals(alone.execute(status -> {
            // always the account first: two tries never wait for each other
            boolean both =
                    count(accountKey(scope, name), ACCOUNT_MEMORY) && count(addressKey(scope, address), ADDRESS_MEMORY);
            if (!both) {
                status.setRollbackOnly();
            }
            return both;
        }));
        if (!admitted) {
            throw new TooManyAttempts();
        }
    }

    /** The try was good: the account's failures are forgotten, the address's are as before it. */
    public void succeeded(String scope, String name, String address) {
        var now = Timestamp.from(clock.instant());
        alone.executeWithoutResult(status -> {
            jdbc.sql("delete from login_attempt where key = ?")
                    .param(accountKey(scope, name))
                    .update();
            jdbc.sql(
                            "update login_attempt set failures = failures - 1, blocked_until = '-infinity' where key = ? and failures > 0")
                    .param(addressKey(scope, address))
                    .update();
        });
        forget(now, PURGE);
    }

    /** Deletes tries whose time is over; successes do so too, but there may be none. */
    public int forgetExpired(int batch) {
        return forget(Timestamp.from(clock.instant()), batch);
    }

    private int forget(Timestamp now, int batch) {
        return jdbc.sql(
                        """
                        delete from login_attempt where key in (
                          select key from login_attempt where expires_at < ? order by expires_at limit ?
                          for update skip locked)""")
                .params(now, batch)
                .update();
    }

    /** Without a wait, "now" would do for this try, but not for one begun a moment before, or by a slower clock. */
    private boolean count(String key, Duration memory) {
        var now = clock.instant();
        return jdbc.sql(
                                """
                        insert into login_attempt as a (key, failures, blocked_until, expires_at)
                        values (:key, 1, '-infinity', :expires)
                        on conflict (key) do update set
                          failures = case when a.expires_at <= :now then 1 else a.failures + 1 end,
                          blocked_until = case
                            when a.expires_at <= :now or a.failures + 1 < :free then '-infinity'
                            else cast(:now as timestamptz) + make_interval(
                              secs => least(power(2, least(a.failures + 1 - :free, 20)), :longest)) end,
                          expires_at = :expires
                        where a.blocked_until <= :now""")
                        .param("key", key)
                        .param("now", Timestamp.from(now))
                        .param("expires", Timestamp.from(now.plus(memory)))
                        .param("free", FREE)
                        .param("longest", LONGEST_WAIT.toSeconds())
                        .update()
                == 1;
    }

    private static String accountKey(String scope, String name) {
        return "account:" + digest(scope + ":" + name.strip().toLowerCase(Locale.ROOT));
    }

    private static String addressKey(String scope, String address) {
        return "address:" + digest(scope + ":" + network(address));
    }

    /** One customer has 2^64 addresses of version 6: they count as one. */
    public static String network(String address) {
        try {
            if (address.contains(":") && InetAddress.getByName(address) instanceof Inet6Address six) {
                return HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8));
            }
        } catch (UnknownHostException e) {
            // not an address: taken as it is
        }
        return address;
    }

    private static String digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
