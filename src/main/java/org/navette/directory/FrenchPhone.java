package org.navette.directory;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A French phone number: ten digits that begin with 0 and no second 0, overseas départements included. */
public final class FrenchPhone {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\u00a0\\u202f.\\-–/]");

    /** France, and the départements that have a country code of their own and the same ten digits. */
    private static final Pattern ABROAD =
            Pattern.compile("(?:\\+|00)(?:33|262|590|594|596)(?:\\(0\\)|0)?([1-9][0-9]{8})");

    private FrenchPhone() {}

    /**
     * The ten digits behind what people type: spaces, dots, hyphens and slashes left out, {@code +33} or {@code 0033}
     * replaced by 0. Any other text comes back without its separators.
     */
    public static String plain(String typed) {
        String text = SEPARATORS.matcher(typed).replaceAll("");
        Matcher abroad = ABROAD.matcher(text);
        return abroad.matches() ? "0" + abroad.group(1) : text;
    }

    /** True when the text is ten such digits, see {@link #plain}. */
    public static boolean isValid(String text) {
        return text.matches("0[1-9][0-9]{8}");
    }

    /** Ten digits as people read them: 01.99.00.12.34; another text as it is. */
    public static String shown(String plain) {
        return isValid(plain) ? plain.replaceAll("(..)(?!$)", "$1.") : plain;
    }
}
