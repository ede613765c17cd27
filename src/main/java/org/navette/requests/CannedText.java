package org.navette.requests;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A canned answer as a supervisor types it; nothing is trusted until {@link #problems()} is empty.
 *
 * @param topic {@code ""} for all requests, an offer, or {@code offer/reason}
 */
public record CannedText(String topic, String title, String body) {

    public CannedText {
        topic = topic.strip();
        title = Normalizer.normalize(title, Normalizer.Form.NFC).strip();
        // browsers send line ends as two characters, and count them as one
        body = Normalizer.normalize(body, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .strip();
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
        check(problems, "title", title, CannedAnswer.LONGEST_TITLE);
        check(problems, "body", body, CannedAnswer.LONGEST_BODY);
        return problems;
    }

    private static void check(Map<String, String> problems, String field, String text, int longest) {
        if (text.isEmpty()) {
            problems.put(field, "MISSING");
        } else if (text.length() > longest) {
            problems.put(field, "TOO_LONG");
        }
    }
}
