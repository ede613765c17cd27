package org.navette.retention;

import java.time.Period;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long requests are kept once they are over, and accounts that nobody uses: {@code navette.retention}.
 *
 * @param usual for kinds that have no period of their own; 24 months
 * @param notice how long before their end people are told; 30 days
 * @param accounts how long an account is kept that nobody signs in to; no specification names a figure, and 24 months
 *     are what the French authority (CNIL) usually recommends
 * @param kinds periods of single kinds, by code
 */
@ConfigurationProperties("navette.retention")
record RetentionPeriods(
        @DefaultValue("P24M") Period usual,
        @DefaultValue("P30D") Period notice,
        @DefaultValue("P24M") Period accounts,
        @DefaultValue Map<String, Period> kinds) {

    RetentionPeriods {
        kinds = Map.copyOf(kinds);
        kinds.values().forEach(RetentionPeriods::positive);
        positive(usual);
        positive(notice);
        positive(accounts);
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
