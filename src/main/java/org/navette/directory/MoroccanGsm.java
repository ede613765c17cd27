package org.navette.directory;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Moroccan mobile number: ten digits that begin with 06 or 07. */
public final class MoroccanGsm {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\u00a0\\u202f.\\-–/]");
    private static final Pattern ABROAD = Pattern.compile("(?:\\+|00)212(?:\\(0\\)|0)?([67][0-9]{8})");

    private MoroccanGsm() {}

    /** The ten digits behind what people type: separators left out, {@code +212} or {@code 00212} replaced by 0. */
    public static String plain(String typed) {
        String text = SEPARATORS.matcher(typed).replaceAll("");
        Matcher abroad = ABROAD.matcher(text);
        return abroad.matches() ? "0" + abroad.group(1) : text;
    }

    /** True when the text is ten such digits, see {@link #plain}. */
    public static boolean isValid(String text) {
        return text.matches("0[67][0-9]{8}");
    }
}
