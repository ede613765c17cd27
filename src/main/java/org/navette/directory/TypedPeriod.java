package org.navette.directory;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A first and a last day as a page sends them.
 *
 * @param from first day
 * @param to last day, which counts
 */
public record TypedPeriod(String from, String to) {

    public TypedPeriod {
        from = from.strip();
        to = to.strip();
    }

    /** What is wrong, by {@code from} and {@code to}: MISSING, INVALID or BEFORE_START. */
    public Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        Optional<LocalDate> start = TypedDay.of(from);
        Optional<LocalDate> end = TypedDay.of(to);
        if (start.isEmpty()) {
            problems.put("from", from.isEmpty() ? "MISSING" : "INVALID");
        }
        if (end.isEmpty()) {
            problems.put("to", to.isEmpty() ? "MISSING" : "INVALID");
        } else if (start.isPresent() && end.get().isBefore(start.get())) {
            problems.put("to", "BEFORE_START");
        }
        return problems;
    }

    /** @throws java.util.NoSuchElementException when it is wrong */
    public LocalDate firstDay() {
        return TypedDay.of(from).orElseThrow();
    }

    /** @throws java.util.NoSuchElementException when it is wrong */
    public LocalDate lastDay() {
        return TypedDay.of(to).orElseThrow();
    }
}
