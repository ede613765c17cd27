package org.navette.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.navette.NavetteTest;
import org.navette.files.RefusedFile.Reason;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@NavetteTest
@DisplayName("Binding files to a request")
@Timeout(30)
class FileBindingTest {

    private static final String OWNER = "partners:someone";
    private static final List<String> PARTNER_STEPS = List.of("deposit", "complete");
    private static final AttachmentRules RULES = new AttachmentRules(8, 5_242_880, List.of("csv", "pdf"), null, null);

    @Autowired
    FileStore store;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    private TransactionTemplate transaction;
    private long request;
    private final UUID bucket = UUID.randomUUID();

    @BeforeEach
    void transaction() {
        transaction = new TransactionTemplate(transactions);
        request = SomeRequest.in(jdbc);
    }

    @Test
    @DisplayName("PART-09 files uploaded while typing belong to the request once it is sent, and to nobody else's")
    void attached() {
        StoredFile one = upload(bucket, "un.csv");
        StoredFile two = upload(bucket, "deux.csv");
        Instant until = Instant.parse("2030-01-01T00:00:00Z");

        List<StoredFile> bound = attach(bucket, OWNER, List.of(two.id(), one.id(), two.id()), 0, until);

        assertThat(bound).extracting(StoredFile::name).containsExactly("un.csv", "deux.csv");
        assertThat(bound).allSatisfy(file -> {
            assertThat(file.direction()).isEqualTo("SENT");
            assertThat(file.step()).isEqualTo("deposit");
            assertThat(file.availableUntil()).isEqualTo(until);
        });
        assertThat(store.of(request)).isEqualTo(bound);
        assertThat(store.inBucket(bucket, OWNER)).isEmpty();
        assertThat(store.find(request, one.id())).isPresent();
        assertThat(store.find(request + 1, one.id())).isEmpty();
        store.discard(bucket, OWNER, one.id());
        assertThat(store.find(request, one.id()))
                .as("a bound file cannot be discarded")
                .isPresent();
    }

    @Test
    @DisplayName("PART-09 somebody else's file, an unknown one and one that is bound already are refused")
    void foreign() {
        StoredFile file = upload(bucket, "un.csv");
        refused(Reason.UNKNOWN, () -> attach(bucket, "partners:other", List.of(file.id()), 0, null));
        refused(Reason.UNKNOWN, () -> attach(UUID.randomUUID(), OWNER, List.of(file.id()), 0, null));
        refused(Reason.UNKNOWN, () -> attach(bucket, OWNER, List.of(UUID.randomUUID()), 0, null));
        attach(bucket, OWNER, List.of(file.id()), 0, null);
        refused(Reason.ALREADY_SENT, () -> attach(bucket, OWNER, List.of(file.id()), 0, null));
    }

    @Test
    @DisplayName("PART-09 a file that the rules do not take any more is refused when the form is sent")
    void otherRules() {
        StoredFile file = upload(bucket, "un.csv");
        var pdfOnly = new AttachmentRules(8, 5_242_880, List.of("pdf"), null, null);
        refused(
                Reason.EXTENSION,
                () -> transaction.execute(status -> store.attach(
                        bucket, OWNER, List.of(file.id()), pdfOnly, 0, request, Direction.SENT, "deposit", null)));
    }

    @Test
    @DisplayName("PART-09 the ninth file is refused, and then none of those sent with it is bound")
    void ninth() {
        StoredFile one = upload(bucket, "un.csv");
        StoredFile two = upload(bucket, "deux.csv");
        refused(Reason.TOO_MANY, () -> attach(bucket, OWNER, List.of(one.id(), two.id()), 7, null));
        assertThat(store.of(request)).isEmpty();
        assertThat(attach(bucket, OWNER, List.of(one.id()), 7, null)).hasSize(1);
    }

    @Test
    @DisplayName("PART-09 files received from the organism do not count in the partner's eight")
    void counted() {
        attach(bucket, OWNER, List.of(upload(bucket, "un.csv").id()), 0, null);
        UUID agents = UUID.randomUUID();
        StoredFile answer = upload(agents, "reponse.csv");
        transaction.executeWithoutResult(status -> {
            store.attach(agents, OWNER, List.of(answer.id()), RULES, 0, request, Direction.RECEIVED, "answer", null);
            assertThat(store.used(request, Direction.SENT, PARTNER_STEPS)).isEqualTo(1);
            assertThat(store.used(request, Direction.RECEIVED, List.of("answer")))
                    .isEqualTo(1);
            assertThat(store.used(request, Direction.SENT, List.of())).isZero();
        });
    }

    @Test
    @DisplayName("PART-09 two people racing for the eighth place: one file is bound, the other is refused")
    void race() throws InterruptedException {
        for (int i = 0; i < 7; i++) {
            attach(bucket, OWNER, List.of(upload(bucket, i + ".csv").id()), i, null);
        }
        CountDownLatch together = new CountDownLatch(2);
        List<CompletableFuture<Void>> racers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            UUID own = UUID.randomUUID();
            StoredFile file = upload(own, "huit-" + i + ".csv");
            racers.add(CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
                together.countDown();
                await(together);
                int used = store.used(request, Direction.SENT, PARTNER_STEPS);
                store.attach(own, OWNER, List.of(file.id()), RULES, used, request, Direction.SENT, "complete", null);
                untilTheOtherWaits();
            })));
        }
        long refused = racers.stream().filter(FileBindingTest::refusedAsTooMany).count();
        assertThat(refused).isEqualTo(1);
        assertThat(store.of(request)).hasSize(8);
    }

    @Test
    @DisplayName("PART-10 one form sent twice at the same instant binds its files once")
    void doubleSubmission() {
        StoredFile file = upload(bucket, "un.csv");
        CountDownLatch together = new CountDownLatch(2);
        List<CompletableFuture<Void>> senders = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            senders.add(CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
                together.countDown();
                await(together);
                store.attach(bucket, OWNER, List.of(file.id()), RULES, 0, request, Direction.SENT, "deposit", null);
                untilTheOtherWaits();
            })));
        }
        assertThat(senders.stream().filter(sender -> failed(sender) == null)).hasSize(1);
        assertThat(store.of(request)).hasSize(1);
    }

    @Test
    @DisplayName("PART-10 binding and counting take part in the caller's transaction, and refuse to work without one")
    void mandatory() {
        StoredFile file = upload(bucket, "un.csv");
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> store.used(request, Direction.SENT, PARTNER_STEPS));
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> store.attach(
                        bucket, OWNER, List.of(file.id()), RULES, 0, request, Direction.SENT, "deposit", null));
        transaction.executeWithoutResult(status -> {
            store.attach(bucket, OWNER, List.of(file.id()), RULES, 0, request, Direction.SENT, "deposit", null);
            status.setRollbackOnly();
        });
        assertThat(store.inBucket(bucket, OWNER)).hasSize(1);
    }

    private List<StoredFile> attach(
            UUID from,
            String owner,
            List<UUID> ids,
            int alreadyUsed,
            @org.jspecify.annotations.Nullable Instant until) {
        return transaction.execute(status ->
                store.attach(from, owner, ids, RULES, alreadyUsed, request, Direction.SENT, "deposit", until));
    }

    private StoredFile upload(UUID into, String name) {
        byte[] content = ("contenu de " + name).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return store.upload(into, OWNER, RULES, 0, name, new ByteArrayInputStream(content));
    }

    private static boolean refusedAsTooMany(CompletableFuture<Void> racer) {
        return failed(racer) instanceof RefusedFile refusal && refusal.reason() == Reason.TOO_MANY;
    }

    private static @org.jspecify.annotations.Nullable Throwable failed(CompletableFuture<Void> racer) {
        try {
            racer.join();
            return null;
        } catch (CompletionException e) {
            return e.getCause();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps this transaction open until the other one stands at its lock. */
    private void untilTheOtherWaits() {
        String waiting = "select exists (select 1 from pg_locks where not granted"
                + " and pg_backend_pid() = any (pg_blocking_pids(pid)))";
        // on this thread: its connection is the one that blocks
        Awaitility.await().pollInSameThread().pollInterval(Duration.ofMillis(5)).until(() -> jdbc.sql(waiting)
                .query(Boolean.class)
                .single());
    }

    private static void refused(Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(RefusedFile.class).isThrownBy(call).satisfies(refusal -> assertThat(refusal.reason())
                .isEqualTo(reason));
    }
}
