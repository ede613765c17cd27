package org.navette.directory;

/** The number under which an establishment bills the health insurance (FNPS): 9 digits. */
public final class BillingNumber {

    private BillingNumber() {}

    /** The number without the blanks and dots that people put into it. */
    public static String plain(String typed) {
        return Siret.plain(typed);
    }

    /** True when the text is such a number, without blanks. */
    public static boolean isValid(String text) {
        return text.matches("[0-9]{9}");
    }
}
