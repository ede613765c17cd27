package org.navette.directory;

import java.util.Locale;
import java.util.Set;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;

/** International bank account numbers (ISO 13616) of the countries that euro credit transfers reach. */
public final class Iban {

    /** The area of SEPA credit transfers (European Payments Council, EPC409-09). */
    private static final Set<String> SEPA = Set.of(
            "AD", "AL", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GI", "GR", "HR",
            "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MC", "MD", "ME", "MK", "MT", "NL", "NO", "PL", "PT", "RO",
            "RS", "SE", "SI", "SK", "SM", "VA");

    private static final int SHOWN = 4;

    private Iban() {}

    /** What was typed without spaces, dots and hyphens, in capitals. */
    public static String plain(String typed) {
        return typed.replaceAll("[\\s\u00a0\u202f.-]", "").toUpperCase(Locale.ROOT);
    }

    /** True for a plain number whose country, length, structure and check digits are right. */
    public static boolean isValid(String text) {
        if (!text.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}") || !SEPA.contains(country(text))) {
            return false;
        }
        try {
            IbanUtil.validate(text);
            return true;
        } catch (Iban4jException e) {
            return false;
        }
    }

    /** The country's code, {@code FR}. */
    public static String country(String iban) {
        return iban.substring(0, 2);
    }

    /** Fit to be read by its owner, and by nobody else: {@code FR76 •••• 0189}. */
    public static String masked(String iban) {
        return iban.substring(0, SHOWN) + "\u00a0••••\u00a0" + iban.substring(iban.length() - SHOWN);
    }

    /** In groups of four, as on paper. */
    public static String grouped(String iban) {
        return iban.replaceAll("(.{4})(?=.)", "$1\u00a0");
    }
}
