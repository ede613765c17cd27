package org.navette.files;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.navette.engine.Decision;

/** Reads the row that {@code attachment-rules} answered; what cannot be used is told to the process owner. */
final class RuleRow {

    private RuleRow() {}

    static AttachmentRules read(Decision decision) {
        if (decision.results().isEmpty()) {
            throw new IllegalStateException("attachment-rules has no rule for " + decision.inputs());
        }
        String where = "attachment-rules version " + decision.version() + ", rule " + decision.matchedRules() + ": ";
        Map<String, Object> row = decision.results().get(0);
        List<String> extensions = Arrays.stream(
                        required(row, "types", where).toString().split(","))
                .map(extension -> extension.strip().toLowerCase(Locale.ROOT))
                .filter(extension -> !extension.isEmpty())
                .toList();
        for (String extension : extensions) {
            if (FileKind.ofExtension(extension).isEmpty()) {
                throw new IllegalStateException(where + "no check for files of type " + extension);
            }
        }
        String pattern = text(row, "namePattern");
        if (pattern != null) {
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                throw new IllegalStateException(where + "namePattern is not a regular expression", e);
            }
        }
        return new AttachmentRules(
                (int) number(row, "maxCount", where),
                number(row, "maxBytes", where),
                extensions,
                pattern,
                pageFormat(text(row, "pageFormat"), where),
                text(row, "nameRule"),
                text(row, "refusal"));
    }

    private static @Nullable PageFormat pageFormat(@Nullable String cell, String where) {
        if (cell == null) {
            return null;
        }
        return PageFormat.of(cell)
                .orElseThrow(() -> new IllegalStateException(where + "no check for the page format " + cell));
    }

    private static long number(Map<String, Object> row, String output, String where) {
        if (required(row, output, where) instanceof Number number && number.longValue() >= 0) {
            return number.longValue();
        }
        throw new IllegalStateException(where + output + " is not a number");
    }

    private static Object required(Map<String, Object> row, String output, String where) {
        Object value = row.get(output);
        if (value == null) {
            throw new IllegalStateException(where + output + " is missing");
        }
        return value;
    }

    private static @Nullable String text(Map<String, Object> row, String output) {
        Object value = row.get(output);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }
}
