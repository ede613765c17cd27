package org.navette.providers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days that rows are looked for in.
 *
 * @param from first day; null for no first one
 * @param to last day, which counts; null for no last one
 */
public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {

    /** All days. */
    public static final Period ALWAYS = new Period(null, null);

    /** Last year and this one. */
    public static Period lastYearAndThis(LocalDate today) {
        return new Period(beginningOfLastYear(today), today.withDayOfYear(today.lengthOfYear()));
    }

    /** From the first day of last year on. */
    public static Period sinceLastYear(LocalDate today) {
        return new Period(beginningOfLastYear(today), null);
    }

    private static LocalDate beginningOfLastYear(LocalDate today) {
        return today.minusYears(1).withDayOfYear(1);
    }
}
