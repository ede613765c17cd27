package org.navette.directory;

import java.util.Locale;

/**
 * The number of a Moroccan identity card (carte nationale d'identité électronique), one or two letters and up to seven
 * digits, or of a residence card, whose digits may be followed by another letter.
 */
public final class Cnie {

    private Cnie() {}

    /** The number in capitals, without the blanks, dots and hyphens that people put into it. */
    public static String plain(String typed) {
        return Siret.plain(typed).replace("-", "").toUpperCase(Locale.ROOT);
    }

    /** True when the text can be such a number, in its plain form. */
    public static boolean isValid(String text) {
        return text.matches("[A-Z]{1,2}[0-9]{1,7}[A-Z]?");
    }
}
