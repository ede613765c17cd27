package org.navette.providers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the first page of a profile says in numbers; each is read along an index. */
@Component
@Transactional(readOnly = true)
public class CareFigures {

    /** The days that count as lately. */
    public static final int LATELY = 30;

    private static final String RECEIVED = "received";
    private static final String PROCESSING = "processing";
    private static final String RETURNED = "returned";

    private final JdbcClient jdbc;
    private final TransferSearch transfers;
    private final Clock clock;

    CareFigures(JdbcClient jdbc, TransferSearch transfers, Clock clock) {
        this.jdbc = jdbc;
        this.transfers = transfers;
        this.clock = clock;
    }

    /**
     * Of the profile Prises en charge.
     *
     * @param received requests of the last {@link #LATELY} days
     * @param waiting requests that wait for a decision
     */
    public record Agreements(long received, long waiting) {}

    /**
     * Of the profile Paiements.
     *
     * @param processing files in treatment
     * @param returned files deposited since last year that were returned
     * @param latest the latest transfer; null before the first one
     */
    public record Payments(long processing, long returned, TransferSearch.@Nullable Row latest) {}

    public Agreements of(PecAccount account) {
        return new Agreements(
                count(Recaps.agreements(account.establishment(), new Period(today().minusDays(LATELY), null))),
                count(Recaps.agreements(account.establishment(), Period.ALWAYS).is("situation", RECEIVED)));
    }

    public Payments of(PaymentsAccount account) {
        Optional<TransferSearch.Row> latest = transfers.latest(account);
        return new Payments(
                count(Recaps.files(account.establishment(), Period.ALWAYS).is("situation", PROCESSING)),
                count(Recaps.files(account.establishment(), Period.sinceLastYear(today()))
                        .is("situation", RETURNED)),
                latest.orElse(null));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private long count(CareQuery query) {
        return jdbc.sql("select count(*)" + query.sql())
                .params(query.values())
                .query(Long.class)
                .single();
    }
}
