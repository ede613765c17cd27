package org.navette.retention;

import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What legal pages say of how long requests are kept. */
@Component("retentionTimes")
public class RetentionTimes {

    private final Map<String, Retained> byEspace;
    private final RetentionPeriods periods;

    RetentionTimes(List<Retained> retained, RetentionPeriods periods) {
        this.byEspace = retained.stream().collect(Collectors.toUnmodifiableMap(Retained::espace, one -> one));
        this.periods = periods;
    }

    /** A kind of requests, and how long it is kept once it is over, in French. */
    public record Time(String label, String period) {}

    /** The times of an espace, by its code. */
    public List<Time> of(String espace) {
        return byEspace.get(espace).kinds().stream()
                .map(kind -> new Time(kind.label(), french(periods.of(kind.code()))))
                .toList();
    }

    /** How long before the end people are told, in French. */
    public String notice() {
        return french(periods.notice());
    }

    static String french(Period period) {
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
