package org.navette.directory;

/** The number of a health professional in the shared register: 11 digits, of which the last is a check (Luhn). */
public final class Rpps {

    private Rpps() {}

    /** The number without the blanks and dots that people put into it. */
    public static String plain(String typed) {
        return Siret.plain(typed);
    }

    /** True when the text is such a number, without blanks. */
    public static boolean isValid(String text) {
        return text.matches("[0-9]{11}") && Luhn.isValid(text);
    }
}
