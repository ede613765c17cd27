package org.navette.directory;

/** The number of an establishment in the French register: 14 digits, of which the last is a check (Luhn). */
public final class Siret {

    private static final int LENGTH = 14;
    private static final int SIREN_LENGTH = 9;

    /** The establishments of La Poste have a check of their own: the sum of the digits is a multiple of five. */
    private static final String LA_POSTE = "356000000";

    private Siret() {}

    /** The number without the blanks and dots that people put into it. */
    public static String plain(String typed) {
        return typed.replaceAll("[\\s\\u00a0\\u202f.]", "");
    }

    /** True when the text is such a number, without blanks. */
    public static boolean isValid(String text) {
        if (!text.matches("[0-9]{" + LENGTH + "}")) {
            return false;
        }
        return Luhn.isValid(text)
                || text.startsWith(LA_POSTE)
                        && text.chars().map(digit -> digit - '0').sum() % 5 == 0;
    }

    /** The company's number: the first 9 digits. */
    public static String siren(String siret) {
        return siret.substring(0, SIREN_LENGTH);
    }

    /** True for the number of a company: 9 digits, of which the last is a check. */
    static boolean isSiren(String text) {
        return text.matches("[0-9]{" + SIREN_LENGTH + "}") && Luhn.isValid(text);
    }
}
