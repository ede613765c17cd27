package org.navette.providers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.navette.directory.TypedDay;
import org.navette.directory.TypedText;
import org.navette.portal.TypedMoney;

/** One line of a file by which many are registered; what is wrong with it is noted by field. */
final class BulkLine {

    /** The word of a message for what cannot be read, or is missing. */
    static final String INVALID = "INVALID";

    /** Stands for a field where a problem is the whole line's. */
    static final String WHOLE = "line";

    private static final int LONGEST = 200;

    private final long number;
    private final Map<String, String> cells;
    private final Map<String, Problem> problems = new LinkedHashMap<>();

    /** @param number of the line in the file, from 1 */
    BulkLine(long number, Map<String, String> cells) {
        this.number = number;
        this.cells = cells;
    }

    /**
     * What is wrong with a cell.
     *
     * @param word of the message
     * @param other the line that it collides with; 0 for none
     */
    record Problem(String word, long other) {}

    long number() {
        return number;
    }

    Map<String, Problem> problems() {
        return problems;
    }

    boolean isGood() {
        return problems.isEmpty();
    }

    /** Notes what is wrong with a cell; the first problem stays. */
    void refuse(String field, String word) {
        refuse(field, word, 0);
    }

    /** The same for a cell that collides with another line. */
    void refuse(String field, String word, long other) {
        problems.putIfAbsent(field, new Problem(word, other));
    }

    /** What stands in a cell, whatever it is. */
    String cell(String field) {
        return Objects.requireNonNull(cells.get(field));
    }

    /** A text that passes a check; null when it does not, which is noted. */
    @Nullable
    String text(String field, String text, Predicate<String> check) {
        if (text.length() <= LONGEST && TypedText.isLine(text) && check.test(text)) {
            return text;
        }
        refuse(field, INVALID);
        return null;
    }

    /** A day that must be there. */
    @Nullable
    LocalDate day(String field) {
        return noted(field, TypedDay.of(cell(field)));
    }

    /** The same for days that may be of another century. */
    @Nullable
    LocalDate day(String field, int firstYear) {
        return noted(field, TypedDay.of(cell(field), firstYear));
    }

    /** An amount above zero that a table has room for. */
    @Nullable
    BigDecimal amount(String field) {
        return noted(
                field,
                TypedMoney.of(cell(field))
                        .filter(amount -> amount.signum() > 0 && amount.precision() - amount.scale() <= 10));
    }

    private <T> @Nullable T noted(String field, Optional<T> read) {
        if (read.isEmpty()) {
            refuse(field, INVALID);
        }
        return read.orElse(null);
    }
}
