package org.navette.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Characters that nobody sees or that turn what stands beside them (Unicode TR 36): with them a model, or its file's name,
 * is read as another one. Line ends and tabs are none of them.
 */
public final class DeceivingText {

    private static final Pattern DECEIVING = Pattern.compile(
            "[\\p{Cc}\\p{Cn}\\p{Cs}\\x{202A}-\\x{202E}\\x{2066}-\\x{206F}\\x{FFF9}-\\x{FFFB}\\x{E0000}-\\x{E007F}&&[^\\t\\n\\r]]");

    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    private DeceivingText() {}

    /** True when a text has one. */
    public static boolean isIn(String text) {
        return DECEIVING.matcher(text).find();
    }

    /** True when a JSON text has one, written as it is or by its number. */
    static boolean isInJson(String json) {
        return isIn(ESCAPED.matcher(json)
                .replaceAll(escaped ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escaped.group(1), 16)))));
    }

    /** The text without them. */
    static String removed(String text) {
        return DECEIVING.matcher(text).replaceAll("");
    }
}
