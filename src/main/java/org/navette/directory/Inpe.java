package org.navette.directory;

/**
 * The Moroccan national number of a health professional or of a care establishment (identifiant national des
 * professionnels et établissements de santé): nine digits, without a published check.
 */
public final class Inpe {

    private Inpe() {}

    /** The number without the blanks and dots that people put into it. */
    public static String plain(String typed) {
        return Siret.plain(typed);
    }

    /** True when the text is such a number, without blanks. */
    public static boolean isValid(String text) {
        return text.matches("[0-9]{9}");
    }
}
