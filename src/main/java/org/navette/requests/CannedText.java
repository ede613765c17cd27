package org.navette.requests;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.navette.directory.TypedText;

/**
 * A canned answer as a supervisor types it; nothing is trusted until {@link #problems()} is empty.
 *
 * @param topic {@code ""} for all requests, an offer, or {@code offer/reason}
 */
public record CannedText(String topic, String title, String body) {

    public CannedText {
        topic = topic.strip();
        title = TypedText.composed(title).strip();
        body = TypedText.composed(body).strip();
    }

    /** As received; what is missing is empty. */
    public static CannedText typed(@Nullable String topic, @Nullable String title, @Nullable String body) {
        return new CannedText(
                Objects.requireNonNullElse(topic, ""),
                Objects.requireNonNullElse(title, ""),
                Objects.requireNonNullElse(body, ""));
    }

    /** What is wrong with title and text, by the field's name. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        check(problems, "title", title, CannedAnswer.LONGEST_TITLE, TypedText::isLine);
        check(problems, "body", body, CannedAnswer.LONGEST_BODY, TypedText::isLines);
        return problems;
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
