package org.navette.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("COMM-02 Throttling")
class ThrottleTest {

    @Autowired
    Throttle throttle;

    @Autowired
    JdbcClient jdbc;

    private final String name = UUID.randomUUID().toString();
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");

    @BeforeEach
    void start() {
        ClockUtil.setCurrentTime(Date.from(now));
    }

    @AfterEach
    void end() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("COMM-02 two first tries at once both pass, also when the later one was begun, or clocked, before")
    void firstTries() {
        String address = anyAddress();
        throttle.admit("trial", name, address);
        ClockUtil.setCurrentTime(Date.from(now.minusMillis(5)));
        throttle.admit("trial", name, address);
        ClockUtil.setCurrentTime(Date.from(now));
        throttle.succeeded("trial", name, address);
        ClockUtil.setCurrentTime(Date.from(now.minusMillis(5)));
        throttle.admit("trial", name, address);
    }

    @Test
    @DisplayName("COMM-02 the delay doubles from the fifth failure to 15 minutes")
    void doubling() {
        for (int failure = 1; failure < 5; failure++) {
            fail(name, anyAddress());
        }
        for (long wait : new long[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900}) {
            fail(name, anyAddress());
            pass(Duration.ofSeconds(wait).minusMillis(1));
            refused(name, anyAddress());
            pass(Duration.ofMillis(1));
        }
    }

    @Test
    @DisplayName("COMM-02 success forgets the account's failures and leaves the address's as they were")
    void success() {
        String address = anyAddress();
        for (int failure = 1; failure < 5; failure++) {
            fail(name, address);
        }
        throttle.admit("t", name, address);
        throttle.succeeded("t", name, address);
        assertThat(failures("account:")).isZero();
        fail(UUID.randomUUID().toString(), address);
        refused(UUID.randomUUID().toString(), address);
    }

    @Test
    @DisplayName("COMM-02 an address waits whatever the logins that it tries, and is forgotten after half an hour")
    void address() {
        String address = anyAddress();
        for (int failure = 1; failure <= 12; failure++) {
            fail(UUID.randomUUID().toString(), address);
            pass(Duration.ofMinutes(15));
        }
        fail(UUID.randomUUID().toString(), address);
        refused(UUID.randomUUID().toString(), address);
        fail(name, "203.0.113.9");
        pass(Duration.ofMinutes(30));
        for (int failure = 1; failure <= 5; failure++) {
            fail(UUID.randomUUID().toString(), address);
        }
    }

    @Test
    @DisplayName("COMM-02 the addresses of one IPv6 network count as one")
    void network() {
        for (int failure = 1; failure <= 5; failure++) {
            fail(UUID.randomUUID().toString(), "2001:db8:1:2::" + failure);
        }
        refused(UUID.randomUUID().toString(), "2001:db8:1:2:ffff::1");
        fail(UUID.randomUUID().toString(), "2001:db8:1:3::1");
    }

    @Test
    @DisplayName("COMM-02 a hundred tries at once are no way around")
    void atOnce() throws Exception {
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String address = anyAddress();
            tries.add(() -> {
                try {
                    throttle.admit("t", name, address);
                    return true;
                } catch (TooManyAttempts e) {
                    return false;
                }
            });
        }
        assertThat(together(tries)).filteredOn(admitted -> admitted).hasSize(5);
    }

    @Test
    @DisplayName("COMM-02 tries and successes of many accounts at one address never lock each other out")
    void noDeadlock() throws Exception {
        String[] names = {name + 1, name + 2, name + 3};
        String[] addresses = {anyAddress(), anyAddress()};
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String tried = names[i % 3];
            String address = addresses[i % 2];
            tries.add(() -> {
                try {
                    throttle.admit("t", tried, address);
                    throttle.succeeded("t", tried, address);
                } catch (TooManyAttempts e) {
                    return false;
                }
                return true;
            });
        }
        assertThat(together(tries)).hasSize(200);
    }

    @Test
    @DisplayName("COMM-02 rows past their time are removed by later log-ins")
    void purge() {
        fail(name, anyAddress());
        pass(Duration.ofDays(2));
        throttle.succeeded("t", UUID.randomUUID().toString(), anyAddress());
        assertThat(jdbc.sql("select count(*) from login_attempt where expires_at < ?")
                        .param(java.sql.Timestamp.from(now))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("COMM-02 what was typed as a login is not kept readable")
    void hashed() {
        fail(name, "192.0.2.77");
        assertThat(jdbc.sql("select key from login_attempt").query(String.class).list())
                .noneMatch(key -> key.contains(name) || key.contains("192.0.2.77"));
    }

    private static String anyAddress() {
        return UUID.randomUUID().toString();
    }

    private void fail(String tried, String address) {
        throttle.admit("t", tried, address);
    }

    private void refused(String tried, String address) {
        assertThatThrownBy(() -> throttle.admit("t", tried, address)).isInstanceOf(TooManyAttempts.class);
    }

    private void pass(Duration time) {
        now = now.plus(time);
        ClockUtil.setCurrentTime(Date.from(now));
    }

    private long failures(String kind) {
        return jdbc.sql("select count(*) from login_attempt where key = ?")
                .param(kind + sha(("t:" + name)))
                .query(Long.class)
                .single();
    }

    private static String sha(String text) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(text.getBytes()));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Boolean> together(List<Callable<Boolean>> tries) throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            List<Boolean> results = new ArrayList<>();
            for (var result : pool.invokeAll(tries)) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
