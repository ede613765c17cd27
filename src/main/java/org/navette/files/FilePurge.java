package org.navette.files;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes what must not stay: uploads that were never sent, and content whose time is over. */
@Component
public class FilePurge {

    static final Duration ORPHAN_AGE = Duration.ofHours(24);
    static final String EXPIRED = "La période de téléchargement est terminée.";

    private static final int BATCH = 50;
    /** A job must end well before the lock of the job executor does (60 s); what is left waits for the next hour. */
    private static final Duration BUDGET = Duration.ofSeconds(15);

    private final StoredFiles files;
    private final List<OpenBuckets> buckets;
    private final Clock clock;
    private final TransactionTemplate transaction;

    FilePurge(StoredFiles files, List<OpenBuckets> buckets, Clock clock, PlatformTransactionManager transactions) {
        this.files = files;
        this.buckets = buckets;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        // each batch counts at once, whatever happens to the job
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Works in batches of 50 files, each its own transaction, for at most 15 seconds. @return files looked at */
    public int run() {
        long end = System.nanoTime() + BUDGET.toNanos();
        int purged = 0;
        for (IntSupplier work : new IntSupplier[] {this::orphans, this::expired}) {
            int done;
            do {
                done = work.getAsInt();
                purged += done;
            } while (done == BATCH && System.nanoTime() < end);
        }
        return purged;
    }

    private int orphans() {
        return inTransaction(() -> {
            Map<UUID, UUID> old = files.holdUnbound(clock.instant().minus(ORPHAN_AGE), BATCH);
            Set<UUID> open = open(new HashSet<>(old.values()));
            Map<Boolean, List<UUID>> byUse =
                    old.keySet().stream().collect(Collectors.partitioningBy(file -> open.contains(old.get(file))));
            // looked at again after a day, so that they are in nobody's way until then
            files.renew(byUse.get(true), clock.instant());
            files.delete(byUse.get(false));
            return old.size();
        });
    }

    private Set<UUID> open(Set<UUID> ofOldFiles) {
        return buckets.stream().flatMap(kind -> kind.among(ofOldFiles).stream()).collect(Collectors.toSet());
    }

    private int expired() {
        return inTransaction(() -> files.removeExpired(clock.instant(), BATCH, EXPIRED));
    }

    private int inTransaction(IntSupplier work) {
        Integer done = transaction.execute(status -> work.getAsInt());
        return done == null ? 0 : done;
    }
}
