package org.navette.directory;

/** A postcode of France: 5 digits from 01000 to 98999, Corsica (20…) and overseas (97…, 98…) included. */
public final class FrenchPostcode {

    private FrenchPostcode() {}

    /** The postcode without the blanks that people put into it. */
    public static String plain(String typed) {
        return Siret.plain(typed);
    }

    /** True when the text is such a postcode, without blanks. */
    public static boolean isValid(String text) {
        return text.matches("(0[1-9]|[1-8][0-9]|9[0-8])[0-9]{3}");
    }
}
