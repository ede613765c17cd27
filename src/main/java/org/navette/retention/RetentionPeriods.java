package org.navette.retention;

import java.time.Period;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long requests are kept once they are over: {@code navette.retention}.
 *
 * @param usual for kinds that have no period of their own; 24 months
 * @param notice how long before their end people are told; 30 days
 * @param kinds periods of single kinds, by code
 */
@ConfigurationProperties("navette.retention")
record RetentionPeriods(@Nullable Period usual, @Nullable Period notice, @Nullable Map<String, Period> kinds) {

    RetentionPeriods {
        usual = usual == null ? Period.ofMonths(24) : usual;
        notice = notice == null ? Period.ofDays(30) : notice;
        kinds = kinds == null ? Map.of() : Map.copyOf(kinds);
        for (Period period : kinds.values()) {
            positive(period);
        }
        positive(usual);
        positive(notice);
    }

    Period of(String kind) {
        return kinds.getOrDefault(kind, usual);
    }

    private static void positive(Period period) {
        if (period.isZero() || period.isNegative()) {
            throw new IllegalArgumentException("navette.retention : une durée doit dépasser zéro, pas " + period);
        }
    }
}
