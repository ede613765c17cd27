package org.navette.directory;

import java.util.Locale;
import org.iban4j.BicUtil;
import org.iban4j.Iban4jException;

/** Business identifier codes of banks (ISO 9362). */
public final class Bic {

    private Bic() {}

    /** What was typed without spaces, dots and hyphens, in capitals. */
    public static String plain(String typed) {
        return typed.replaceAll("[\\s\u00a0\u202f.-]", "").toUpperCase(Locale.ROOT);
    }

    /** True for a plain code of 8 or 11 characters. */
    public static boolean isValid(String text) {
        try {
            BicUtil.validate(text);
            return true;
        } catch (Iban4jException e) {
            return false;
        }
    }
}
