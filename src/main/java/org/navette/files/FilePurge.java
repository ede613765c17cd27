package org.navette.files;

import java.time.Clock;
import java.time.Duration;
import java.util.function.IntSupplier;
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
    private final Clock clock;
    private final TransactionTemplate transaction;

    FilePurge(StoredFiles files, Clock clock, PlatformTransactionManager transactions) {
        this.files = files;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        // each batch counts at once, whatever happens to the job
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Works in batches of 50 files, each its own transaction, for at most 15 seconds. @return files purged */
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
        return inTransaction(() -> files.deleteOrphans(clock.instant().minus(ORPHAN_AGE), BATCH));
    }

    private int expired() {
        return inTransaction(() -> files.removeExpired(clock.instant(), BATCH, EXPIRED));
    }

    private int inTransaction(IntSupplier work) {
        Integer done = transaction.execute(status -> work.getAsInt());
        return done == null ? 0 : done;
    }
}
