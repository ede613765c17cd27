package org.navette.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Characters that nobody sees or that turn what stands beside them (Unicode TR 36): with them a model, or its file's name,
 * is read as another one. Line ends and tabs are none of them.
 */
public final class DeceivingText {

    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    private DeceivingText() {}

    /** True when a text has one. */
    public static boolean isIn(String text) {
        return text.codePoints().anyMatch(DeceivingText::deceives);
    }

    /** True when a JSON text has one, written as it is or by its number. */
    static boolean isInJson(String json) {
        return isIn(ESCAPED.matcher(json)
                .replaceAll(escaped ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escaped.group(1), 16)))));
    }

    /** The text without them. */
    static String removed(String text) {
        return text.codePoints()
                .filter(c -> !deceives(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean deceives(int c) {
        return Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r'
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x206F
                || c >= 0xFDD0 && c <= 0xFDEF
                || c >= 0xFFF9 && c <= 0xFFFB
                || c >= 0xE0000 && c <= 0xE007F
                || (c & 0xFFFE) == 0xFFFE
                || Character.getType(c) == Character.SURROGATE;
    }
}
