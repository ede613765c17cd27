package org.navette.procedures;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.engine.Phase;
import org.navette.mail.Letter;
import org.navette.mail.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Drafts that nobody has touched for long (PROC-05): their author is warned, then they go. Corrections go when nothing is
 * to be corrected any more.
 */
@Component
public class OldDrafts {

    private static final Duration WARNED = Duration.ofDays(75);
    private static final Duration KEPT = Duration.ofDays(90);

    /** No draft goes sooner than this after its warning. */
    private static final Duration NOTICE = Duration.ofDays(15);

    private static final int BATCH = 100;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Kinds kinds;
    private final Clock clock;
    private final TransactionTemplate transaction;

    OldDrafts(
            JdbcClient jdbc,
            Accounts accounts,
            Outbox outbox,
            Kinds kinds,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.outbox = outbox;
        this.kinds = kinds;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Warns the authors of drafts untouched for 75 days, each once, in batches. @return how many */
    public int warn() {
        return inBatches(() -> {
            Timestamp now = Timestamp.from(clock.instant());
            List<Old> old = jdbc.sql("update procedure_draft set warned_at = ? where id in (select id from"
                            + " procedure_draft where warned_at is null and corrects is null and updated_at <= ?"
                            + " order by updated_at limit " + BATCH + " for update skip locked)"
                            + " returning id, account_id, kind, updated_at")
                    .params(now, before(WARNED))
                    .query((row, n) -> new Old(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            row.getTimestamp(4).toInstant()))
                    .list();
            old.forEach(this::write);
            return old.size();
        });
    }

    /**
     * Deletes drafts untouched for 90 days whose author was warned 15 days ago, and the corrections to requests that are
     * not the company's turn any more, in batches.
     *
     * @return how many
     */
    public int delete() {
        return forgotten() + overtaken();
    }

    private int overtaken() {
        return inBatches(() -> jdbc.sql("delete from procedure_draft where id in (select d.id from procedure_draft d"
                        + " join request r on r.id = d.corrects where r.phase <> ? order by d.updated_at limit "
                        + BATCH + " for update of d skip locked)")
                .param(Phase.WITH_PARTNER.name())
                .update());
    }

    private int forgotten() {
        return inBatches(() -> jdbc.sql("delete from procedure_draft where id in (select id from procedure_draft where"
                        + " corrects is null and updated_at <= ? and warned_at <= ? order by updated_at limit " + BATCH
                        + " for update skip locked)")
                .params(before(KEPT), before(NOTICE))
                .update());
    }

    private record Old(UUID id, UUID account, String kind, Instant untouchedSince) {}

    private void write(Old draft) {
        accounts.find(draft.account()).filter(Account::active).ifPresent(author -> {
            Map<String, Object> model = new HashMap<>();
            model.put("firstName", author.firstName());
            model.put("lastName", author.lastName());
            model.put("draft", draft.id().toString());
            model.put("kind", kinds.find(draft.kind()).map(Kind::title).orElse("demande"));
            outbox.queue(new Letter(
                    "companies/draft-warning:" + draft.id() + ":" + draft.untouchedSince(),
                    "companies/draft-warning",
                    author.email(),
                    model,
                    null));
        });
    }

    /** Each batch counts at once, whatever happens to the job. */
    private int inBatches(java.util.function.IntSupplier batch) {
        int all = 0;
        int done;
        do {
            Integer counted = transaction.execute(status -> batch.getAsInt());
            done = counted == null ? 0 : counted;
            all += done;
        } while (done == BATCH);
        return all;
    }

    private Timestamp before(Duration age) {
        return Timestamp.from(clock.instant().minus(age));
    }
}
