package org.navette.funding;

import java.util.Locale;
import org.navette.directory.TypedText;

/** Sentences as French typography wants them. */
final class French {

    private static final int LONGEST = 60;

    private French() {}

    /**
     * Fills a template as {@link String#format} does. The blanks of the template's own double punctuation become unbreakable;
     * what is filled in stays as it is.
     */
    static String say(String template, Object... values) {
        String typeset = template.replace("« ", "«\u00a0")
                .replace(" »", "\u00a0»")
                .replace(" :", "\u00a0:")
                .replace(" ;", "\u00a0;")
                .replace(" ?", "\u00a0?");
        return String.format(Locale.FRENCH, typeset, values);
    }

    /** A text from a file, short enough to be repeated, and in one line. */
    static String quote(String text) {
        String line = TypedText.shown(text);
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return line.substring(0, end) + "…";
    }
}
