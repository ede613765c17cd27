package org.navette.directory;

import java.util.Locale;

/**
 * The number of a health professional in the list of their département: 9 characters, the département (two digits, or a
 * digit and a letter for Corsica and overseas), then seven digits. Its check digit follows no published rule.
 */
public final class Adeli {

    private Adeli() {}

    /** The number without the blanks and dots that people put into it, in capitals. */
    public static String plain(String typed) {
        return Siret.plain(typed).toUpperCase(Locale.ROOT);
    }

    /** True when the text can be such a number, without blanks. */
    public static boolean isValid(String text) {
        return text.matches("[0-9][0-9A-F][0-9]{7}");
    }
}
