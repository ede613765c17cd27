package org.navette.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.navette.requests.Request;
import org.springframework.stereotype.Component;

/** What pages say of how long requests are kept. */
@Component("retentionTimes")
public class RetentionTimes {

    private final Map<String, Retained> byEspace;
    private final RetentionPeriods periods;
    private final Clock clock;

    RetentionTimes(List<Retained> retained, RetentionPeriods periods, Clock clock) {
        this.clock = clock;
        this.byEspace = retained.stream().collect(Collectors.toUnmodifiableMap(Retained::espace, one -> one));
        this.periods = periods;
    }

    /** A kind of requests, and how long it is kept once it is over, in French. */
    public record Time(String label, String period) {}

    /** The times of an espace, by its code; that of its accounts comes last. */
    public List<Time> of(String espace) {
        return Stream.concat(
                        byEspace.get(espace).kinds().stream()
                                .map(kind -> new Time(kind.label(), french(periods.of(kind.code())))),
                        Stream.of(new Time("Comptes inutilisés dont plus rien n’a besoin", french(periods.accounts()))))
                .toList();
    }

    /** How long an account is kept that nobody signs in to. */
    public Period accounts() {
        return periods.accounts();
    }

    /** How long before their end people are told. */
    public Period noticed() {
        return periods.notice();
    }

    /**
     * Until when a request must be kept whoever asks for its erasure: kinds that are kept longer than usual are so by law.
     *
     * @param over when it was over
     * @return nothing when it may go at any time
     */
    public Optional<Instant> bound(String kind, Instant over) {
        Period period = periods.of(kind);
        return period.toTotalMonths() <= periods.usual().toTotalMonths()
                ? Optional.empty()
                : Optional.of(over.atZone(clock.getZone()).plus(period).toInstant());
    }

    /**
     * The first day on which a request may be erased.
     *
     * @return null while its end is not announced
     */
    public @Nullable LocalDate erasedOn(Request request) {
        Instant announced = request.erasureAnnouncedAt();
        if (announced == null || announced.isBefore(request.statusAt())) {
            return null;
        }
        LocalDate told = day(announced).plus(periods.notice());
        LocalDate over = day(request.statusAt()).plus(periods.of(request.scope().espace()));
        return over.isAfter(told) ? over : told;
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }

    /** How long before the end people are told, in French. */
    public String notice() {
        return french(periods.notice());
    }

    /** A time as people read it. */
    public static String french(Period period) {
        if (period.getDays() > 0) {
            return (period.toTotalMonths() > 0 ? period.toTotalMonths() + "\u00a0mois et " : "")
                    + days(period.getDays());
        }
        return period.getMonths() == 0 ? years(period.getYears()) : period.toTotalMonths() + "\u00a0mois";
    }

    private static String days(int days) {
        return days + "\u00a0jour" + (days > 1 ? "s" : "");
    }

    private static String years(int years) {
        return years + "\u00a0an" + (years > 1 ? "s" : "");
    }
}
