package org.navette.directory;

/**
 * The number of a company's establishment in Morocco (identifiant commun de l'entreprise): 15 digits, nine of the company,
 * four of the establishment, two that make the whole a multiple of 97. The rule is not published; the numbers that
 * companies publish follow it (python-stdnum, issue 226).
 */
public final class Ice {

    private static final long MODULUS = 97;

    private Ice() {}

    /** The number without the blanks and dots that people put into it. */
    public static String plain(String typed) {
        return Siret.plain(typed);
    }

    /** True when the text is such a number, without blanks. */
    public static boolean isValid(String text) {
        return text.matches("[0-9]{15}") && !text.matches("0+") && Long.parseLong(text) % MODULUS == 0;
    }
}
