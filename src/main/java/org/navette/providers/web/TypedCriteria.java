package org.navette.providers.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.navette.directory.CnssNumber;
import org.navette.directory.TypedDay;
import org.navette.portal.Dirhams;
import org.navette.providers.Period;

/**
 * The criteria of a list as they were sent: each is read once, what is wrong is told by field, and every field keeps what
 * was typed. What is missing is no criterion, but for the days of a period, which have their usual ones.
 */
final class TypedCriteria {

    private static final int CENTIMES = 2;
    private static final String WRONG_FIRST = "Saisissez un premier jour valable, au format jj/mm/aaaa.";
    private static final String WRONG_LAST = "Saisissez un dernier jour valable, au format jj/mm/aaaa.";

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final Set<String> days = new HashSet<>();
    private final Set<String> unread = new HashSet<>();

    /** A kind of number that files have. */
    enum Number {
        AGREEMENT("PEC", 6, "PEC-2026-000123"),
        FILE("DR", 7, "DR-2026-0000123");

        private final String prefix;
        private final int digits;
        private final String error;
        private final Pattern typed;

        Number(String prefix, int digits, String example) {
            this.prefix = prefix;
            this.digits = digits;
            error = "Saisissez un numéro de " + prefix + " entier, par exemple " + example + ".";
            typed = Pattern.compile("(?:" + prefix + ")?-?(20\\d{2})-?(\\d{1," + digits + "})");
        }

        /** The number as it is given out; people leave its letters, its dashes and its zeros out. */
        Optional<String> whole(String text) {
            Matcher number = typed.matcher(
                    text.replaceAll("[\\s\\h]+", "").replaceAll("\\p{Pd}", "-").toUpperCase(Locale.ROOT));
            return number.matches()
                    ? Optional.of(("%s-%s-%0" + digits + "d")
                            .formatted(prefix, number.group(1), Integer.parseInt(number.group(2))))
                    : Optional.empty();
        }
    }

    /** The number of an insured person; empty for all. */
    String cnss(String field, @Nullable String typed) {
        String number = CnssNumber.plain(shown(field, typed));
        if (!number.isEmpty() && !CnssNumber.isValid(number)) {
            errors.put(field, "Le N° CNSS compte neuf chiffres : vérifiez votre saisie.");
        }
        return number;
    }

    /** The number of a file; empty for all. */
    String number(String field, @Nullable String typed, Number kind) {
        String text = shown(field, typed);
        if (text.isEmpty()) {
            return "";
        }
        Optional<String> number = kind.whole(text);
        if (number.isEmpty()) {
            errors.put(field, kind.error);
        }
        number.ifPresent(whole -> values.put(field, whole));
        return number.orElse("");
    }

    /** A choice of a list; what it does not offer counts as not chosen. */
    String choice(String field, @Nullable String typed, Set<String> offered) {
        String chosen = shown(field, typed);
        values.put(field, offered.contains(chosen) ? chosen : "");
        return values.get(field);
    }

    /** An amount of at least a centime; null for all. */
    @Nullable
    BigDecimal amount(String field, @Nullable String typed) {
        String text = shown(field, typed);
        if (text.isEmpty()) {
            return null;
        }
        Optional<BigDecimal> amount = Dirhams.typed(text)
                .filter(it -> it.signum() > 0 && it.stripTrailingZeros().scale() <= CENTIMES);
        if (amount.isEmpty()) {
            errors.put(field, "Saisissez un montant en dirhams, par exemple 1 234,50.");
        }
        return amount.orElse(null);
    }

    /**
     * Two days, each of which may be empty.
     *
     * @param usual the days where none were sent; a day that was sent empty stays so
     */
    Period period(String first, String last, @Nullable String from, @Nullable String to, Period usual) {
        Optional<LocalDate> begin = day(first, from, usual.from(), WRONG_FIRST);
        Optional<LocalDate> end = day(last, to, usual.to(), WRONG_LAST);
        if (begin.isPresent() && end.isPresent() && end.get().isBefore(begin.get())) {
            errors.put(last, "Cette date précède celle du début de la période.");
        }
        return new Period(begin.orElse(null), end.orElse(null));
    }

    private Optional<LocalDate> day(String field, @Nullable String typed, @Nullable LocalDate usual, String wrong) {
        days.add(field);
        String text = shown(field, typed == null && usual != null ? usual.toString() : typed);
        Optional<LocalDate> day = TypedDay.of(text);
        // as the field takes it
        day.ifPresent(it -> values.put(field, it.toString()));
        if (day.isEmpty() && !text.isEmpty()) {
            errors.put(field, wrong);
            unread.add(field);
        }
        return day;
    }

    private String shown(String field, @Nullable String typed) {
        String text = typed == null ? "" : typed.strip();
        values.put(field, text);
        return text;
    }

    /** What fields show, by their names. */
    Map<String, String> values() {
        return values;
    }

    /** What is wrong, by field; empty when nothing is. */
    Map<String, String> errors() {
        return errors;
    }

    /** The fields of days whose text is none: a field of dates would not show it. */
    Set<String> unread() {
        return unread;
    }

    /** What an address of the same list repeats: an empty day too, which is another criterion than a missing one. */
    Map<String, String> address() {
        Map<String, String> address = new LinkedHashMap<>(values);
        address.entrySet().removeIf(value -> value.getValue().isEmpty() && !days.contains(value.getKey()));
        return address;
    }
}
