package org.navette.requests;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Text as it is searched: lower case, without accents, straight apostrophes, one space between words. */
public final class SearchText {

    private SearchText() {}

    /** The parts as one text, ready to be compared. */
    public static String of(@Nullable String... parts) {
        var text = new StringBuilder();
        for (String part : parts) {
            if (part != null && !part.isBlank()) {
                text.append(text.isEmpty() ? "" : " ").append(part);
            }
        }
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('\u2019', '\'')
                .replaceAll("\\s+", " ")
                .strip()
                .toLowerCase(Locale.FRENCH);
    }
}
