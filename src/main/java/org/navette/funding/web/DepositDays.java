package org.navette.funding.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.navette.directory.TypedPeriod;

/** The two days that lists are narrowed by: both, or none (FUND-11, FUND-19). */
final class DepositDays {

    private DepositDays() {}

    /** What is wrong, by the fields {@code du} and {@code au}. */
    static Map<String, String> errors(TypedPeriod period) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (isEmpty(period)) {
            return errors;
        }
        period.problems().forEach((field, problem) -> {
            boolean first = field.equals("from");
            errors.put(
                    first ? "du" : "au",
                    switch (problem) {
                        case "MISSING" -> "Renseignez les deux dates, ou aucune.";
                        case "INVALID" -> "Saisissez une date qui existe, au format jj/mm/aaaa.";
                        default -> "Cette date précède la première.";
                    });
        });
        return errors;
    }

    /** The first day; null when none was typed, or something is wrong. */
    static @Nullable LocalDate first(TypedPeriod period, Map<String, String> errors) {
        return isEmpty(period) || !errors.isEmpty() ? null : period.firstDay();
    }

    private static boolean isEmpty(TypedPeriod period) {
        return period.from().isEmpty() && period.to().isEmpty();
    }
}
