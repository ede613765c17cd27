package org.navette.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@NavetteTest
@DisplayName("PROC-05 Where the files of a draft go")
class DraftBucketsTest {

    @Autowired
    ProcedureWorld world;

    @Autowired
    Drafts drafts;

    @Autowired
    DraftBuckets buckets;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Office office;
    private UUID draft;

    @BeforeEach
    void prepare() {
        office = world.responsible();
        draft = world.draft(office, "staff-change");
    }

    @Test
    @DisplayName("PROC-05 each document has its own, the same each time it is asked for")
    void stays() {
        UUID diploma = buckets.of(draft, "diploma").orElseThrow();
        assertThat(buckets.of(draft, List.of("diploma", "contract")))
                .containsEntry("diploma", diploma)
                .containsKey("contract");
        assertThat(buckets.of(draft, "diploma")).contains(diploma);
    }

    @Test
    @DisplayName("PROC-05 there is none for a draft that somebody deletes at the same moment, and no error")
    void deletedMeanwhile() {
        CompletableFuture<Integer> asked = transaction.execute(status -> {
            drafts.delete(office, draft);
            var asking = CompletableFuture.supplyAsync(
                    () -> buckets.of(draft, List.of("another")).size());
            // on this thread: its connection is the one that blocks
            Awaitility.await()
                    .pollInSameThread()
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> jdbc.sql("select exists (select 1 from pg_locks where not granted"
                                    + " and pg_backend_pid() = any (pg_blocking_pids(pid)))")
                            .query(Boolean.class)
                            .single());
            return asking;
        });
        assertThat(asked).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(0);
    }
}
