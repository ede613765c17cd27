package org.navette.directory;

/** The number of an insured person at the Moroccan CNSS (numéro d'immatriculation): nine digits. */
public final class CnssNumber {

    private CnssNumber() {}

    /** The number without the blanks and dots that people put into it. */
    public static String plain(String typed) {
        return Siret.plain(typed);
    }

    /** True when the text is such a number, without blanks. */
    public static boolean isValid(String text) {
        return text.matches("[0-9]{9}");
    }
}
