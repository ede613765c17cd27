package org.navette.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.accounts.EspaceLogins;
import org.navette.mail.Letter;
import org.navette.mail.Outbox;
import org.navette.requests.Erasure;
import org.navette.requests.Erasure.Ending;
import org.navette.retention.Retained.Kind;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Announces and erases the requests of one espace whose time is over (COMM-05), in batches that count at once. */
@Component
@EnableConfigurationProperties(RetentionPeriods.class)
public class Retention {

    private static final String TEMPLATE = "retention/announced";
    private static final int BATCH = 100;
    /** A job must end well before the lock of the job executor does; what is left is done by the next one. */
    private static final Duration BUDGET = Duration.ofSeconds(15);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Map<String, Retained> byProcess;
    private final RetentionPeriods periods;
    private final Erasure erasure;
    private final Eraser eraser;
    private final Outbox outbox;
    private final Accounts accounts;
    private final EspaceLogins espaces;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Retention(
            List<Retained> retained,
            RetentionPeriods periods,
            Erasure erasure,
            Eraser eraser,
            Outbox outbox,
            Accounts accounts,
            EspaceLogins espaces,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.byProcess = retained.stream().collect(Collectors.toUnmodifiableMap(Retained::process, one -> one));
        this.periods = periods;
        this.erasure = erasure;
        this.eraser = eraser;
        this.outbox = outbox;
        this.accounts = accounts;
        this.espaces = espaces;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Tells authors which of their requests will be erased, and when; each request once.
     *
     * @param process id of the espace's process
     * @return true when there may be more
     */
    public boolean announce(String process) {
        Retained espace = byProcess.get(process);
        IntSupplier others = () -> espace.announceOthers(BATCH);
        return inBatches(
                Stream.concat(espace.kinds().stream().map(kind -> () -> announce(espace, kind)), Stream.of(others)));
    }

    /**
     * Erases requests whose time is over and whose end was announced long enough ago, and what else is too old.
     *
     * @param process id of the espace's process
     * @return true when there may be more
     */
    public boolean erase(String process) {
        Retained espace = byProcess.get(process);
        IntSupplier announced = () -> espace.eraseOthers(BATCH);
        IntSupplier others = () -> espace.forgetOlder(ago(periods.usual()), BATCH);
        return inBatches(Stream.concat(
                espace.kinds().stream().map(kind -> () -> erase(espace, kind)), Stream.of(announced, others)));
    }

    private int announce(Retained espace, Kind kind) {
        Instant before = ago(periods.of(kind.code()).minus(periods.notice()));
        List<Ending> ending = erasure.announce(kind.code(), kind.over(), before, BATCH);
        write(espace, kind, ending);
        return ending.size();
    }

    private int erase(Retained espace, Kind kind) {
        List<Ending> due =
                erasure.due(kind.code(), kind.over(), ago(periods.of(kind.code())), ago(periods.notice()), BATCH);
        if (!due.isEmpty()) {
            eraser.erase(espace, kind, due);
        }
        return due.size();
    }

    private void write(Retained espace, Kind kind, List<Ending> ending) {
        Map<UUID, List<Ending>> byAuthor = ending.stream().collect(Collectors.groupingBy(Ending::author));
        for (Account author : accounts.findAll(byAuthor.keySet())) {
            if (author.active() && author.espace().equals(espace.espace())) {
                write(author, byAuthor.get(author.id()), periods.of(kind.code()));
            }
        }
    }

    private void write(Account author, List<Ending> ending, Period period) {
        Map<String, Object> model = new HashMap<>();
        model.put("firstName", author.firstName());
        model.put("lastName", author.lastName());
        model.put("numbers", ending.stream().map(Ending::number).toList());
        model.put("months", period.toTotalMonths());
        model.put("erasedOn", LocalDate.now(clock).plus(periods.notice()).format(DAY));
        model.put("home", espaces.of(author.espace()).home());
        outbox.queue(new Letter(
                TEMPLATE + ":" + author.id() + ":" + ending.get(0).id() + ":" + clock.instant(),
                TEMPLATE,
                author.email(),
                model,
                null));
    }

    private Instant ago(Period period) {
        return ZonedDateTime.now(clock).minus(period).toInstant();
    }

    /** Does each work until it finds less than a batch, or time is up. */
    private boolean inBatches(Stream<IntSupplier> works) {
        long end = System.nanoTime() + BUDGET.toNanos();
        for (IntSupplier work : works.toList()) {
            while (inTransaction(work) == BATCH) {
                if (System.nanoTime() > end) {
                    return true;
                }
            }
        }
        return false;
    }

    private int inTransaction(IntSupplier work) {
        Integer done = transaction.execute(status -> work.getAsInt());
        return done == null ? 0 : done;
    }
}
