package org.navette.directory;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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
        title = Normalizer.normalize(title, Normalizer.Form.NFC).strip();
        // browsers send line ends as two characters, and count them as one
        body = Normalizer.normalize(body, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .strip();
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
        check(problems, "title", title, LONGEST_TITLE);
        check(problems, "body", body, LONGEST_BODY);
        var start = TypedDay.of(from);
        var end = TypedDay.of(to);
        if (start.isEmpty()) {
            problems.put("from", from.isEmpty() ? "MISSING" : "INVALID");
        }
        if (end.isEmpty()) {
            problems.put("to", to.isEmpty() ? "MISSING" : "INVALID");
        } else if (end.get().isBefore(today)) {
            problems.put("to", "PAST");
        } else if (start.isPresent() && end.get().isBefore(start.get())) {
            problems.put("to", "BEFORE_START");
        }
        return problems;
    }

    LocalDate firstDay() {
        return TypedDay.of(from).orElseThrow();
    }

    LocalDate lastDay() {
        return TypedDay.of(to).orElseThrow();
    }

    private static void check(Map<String, String> problems, String field, String text, int longest) {
        if (text.isEmpty()) {
            problems.put(field, "MISSING");
        } else if (text.length() > longest) {
            problems.put(field, "TOO_LONG");
        }
    }
}
