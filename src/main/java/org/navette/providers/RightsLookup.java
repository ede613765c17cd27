package org.navette.providers;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Cnie;
import org.navette.directory.CnssNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rights of insured persons and those they cover, looked up at admission (PROV-08). Every consultation is written down,
 * whether it finds somebody or not.
 *
 * <p>Who tries numbers is slowed down by what is written down: an account that found nobody {@value #MISSES} times within
 * {@link #MISSES_WITHIN}, or looked {@value #LOOKS} times within {@link #LOOKS_WITHIN}, waits until that is over. A desk
 * mistypes a number now and then, and admits nobody every twelve seconds for an hour. The throttle of logins would not do:
 * it counts failures of an address until a pause of half an hour, which a hospital behind one address never makes.
 */
@Component
public class RightsLookup {

    static final int MISSES = 30;
    static final Duration MISSES_WITHIN = Duration.ofMinutes(10);
    static final int LOOKS = 300;
    static final Duration LOOKS_WITHIN = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final InsuredRows insured;
    private final Clock clock;

    RightsLookup(JdbcClient jdbc, InsuredRows insured, Clock clock) {
        this.jdbc = jdbc;
        this.insured = insured;
        this.clock = clock;
    }

    /** By what somebody is looked for. */
    public enum Criterion {
        CNSS_NUMBER,
        CNI
    }

    /** Who is looked for. @param value the number in its plain form */
    public record Sought(Criterion criterion, String value) {

        /** The number that somebody typed: nine digits, or that of an identity card; nothing when it is neither. */
        public static Optional<Sought> of(String typed) {
            if (CnssNumber.isValid(CnssNumber.plain(typed))) {
                return Optional.of(new Sought(Criterion.CNSS_NUMBER, CnssNumber.plain(typed)));
            }
            return Cnie.isValid(Cnie.plain(typed))
                    ? Optional.of(new Sought(Criterion.CNI, Cnie.plain(typed)))
                    : Optional.empty();
        }
    }

    /**
     * Looks somebody up, and writes down who did.
     *
     * @throws TooManyConsultations when the account must wait; nothing is looked up then
     */
    @Transactional
    public Optional<Insured> consult(PecAccount account, Sought sought) {
        Instant now = clock.instant();
        if (count(account, now.minus(MISSES_WITHIN), MISSES, " and insured_id is null") == MISSES
                || count(account, now.minus(LOOKS_WITHIN), LOOKS, "") == LOOKS) {
            throw new TooManyConsultations();
        }
        Optional<Insured> found =
                switch (sought.criterion()) {
                    case CNSS_NUMBER -> insured.byCnssNumber(sought.value());
                    case CNI -> insured.byCni(sought.value());
                };
        note(account, sought, found.map(Insured::id).orElse(null), now);
        return found;
    }

    /** Counts consultations of an account, so many at most. */
    private int count(PecAccount account, Instant since, int most, String condition) {
        return jdbc.sql("select count(*) from (select 1 from rights_consultation where establishment_id = ?"
                        + " and account = ? and at > ?" + condition + " limit ?) counted")
                .params(account.establishment(), account.own().label(), Timestamp.from(since), most)
                .query(Integer.class)
                .single();
    }

    private void note(PecAccount account, Sought sought, @Nullable Long found, Instant now) {
        jdbc.sql("insert into rights_consultation (at, establishment_id, account, criterion, sought, insured_id)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        Timestamp.from(now),
                        account.establishment(),
                        account.own().label(),
                        sought.criterion().name(),
                        sought.value(),
                        found)
                .update();
    }
}
