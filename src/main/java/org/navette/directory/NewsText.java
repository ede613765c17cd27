package org.navette.directory;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * News as a supervisor types them; nothing is trusted until {@link #problems(LocalDate)} is empty.
 *
 * @param from first day on which partners read them
 * @param to last day
 */
public record NewsText(String title, String body, String from, String to) {

    /** Longest title. */
    public static final int LONGEST_TITLE = 150;

    /** Longest text. */
    public static final int LONGEST_BODY = 5_000;

    public NewsText {
        title = TypedText.composed(title).strip();
        body = TypedText.composed(body).strip();
        from = from.strip();
        to = to.strip();
    }

    /** As received; what is missing is empty. */
    public static NewsText typed(
            @Nullable String title, @Nullable String body, @Nullable String from, @Nullable String to) {
        return new NewsText(
                Objects.requireNonNullElse(title, ""),
                Objects.requireNonNullElse(body, ""),
                Objects.requireNonNullElse(from, ""),
                Objects.requireNonNullElse(to, ""));
    }

    /** What is wrong, by the field's name; news that nobody can read any more are not published. */
    Map<String, String> problems(LocalDate today) {
        Map<String, String> problems = new LinkedHashMap<>();
        check(problems, "title", title, LONGEST_TITLE, TypedText::isLine);
        check(problems, "body", body, LONGEST_BODY, TypedText::isLines);
        problems.putAll(period().problems());
        // that nobody could read them any more says more than that they end before they begin
        if (TypedDay.of(to).filter(end -> end.isBefore(today)).isPresent()) {
            problems.put("to", "PAST");
        }
        return problems;
    }

    LocalDate firstDay() {
        return period().firstDay();
    }

    LocalDate lastDay() {
        return period().lastDay();
    }

    private TypedPeriod period() {
        return new TypedPeriod(from, to);
    }

    private static void check(
            Map<String, String> problems, String field, String text, int longest, Predicate<String> possible) {
        if (text.isEmpty()) {
            problems.put(field, "MISSING");
        } else if (text.length() > longest) {
            problems.put(field, "TOO_LONG");
        } else if (!possible.test(text)) {
            problems.put(field, "INVALID");
        }
    }
}
