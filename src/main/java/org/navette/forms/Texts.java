package org.navette.forms;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.navette.directory.TypedText;

/** What is done to a typed text before it is checked and stored. */
final class Texts {

    private static final Pattern WORD_START = Pattern.compile("(^|[-\\h\\v'’])(\\p{L})");
    private static final Pattern PHONE_SEPARATORS = Pattern.compile("[\\h.-]");
    private static final Pattern TEN_DIGITS = Pattern.compile("[0-9]{10}");
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int ZERO_WIDTH_SPACE = 0x200B;

    private Texts() {}

    /** Line ends become LF, accents one character each (NFC), spaces around the text go. */
    static String clean(String raw) {
        return strip(TypedText.composed(raw));
    }

    /** True when the text holds nothing that a database would choke on or a reader be deceived by. */
    static boolean isPrintable(String text, boolean multiline) {
        return multiline ? TypedText.isLines(text) : TypedText.isLine(text);
    }

    /**
     * Applies the custom property {@code transform}; the browser applies the same (text/transforms.js).
     *
     * @param name {@code uppercase}, {@code capitalize}, {@code phone}; null or another name changes nothing
     */
    static String transform(@Nullable String name, String text) {
        if (name == null) {
            return text;
        }
        return switch (name) {
            case "uppercase" -> text.toUpperCase(Locale.FRENCH);
            case "capitalize" ->
                WORD_START
                        .matcher(text.toLowerCase(Locale.FRENCH))
                        .replaceAll(word -> word.group(1) + word.group(2).toUpperCase(Locale.FRENCH));
            case "phone" -> phone(text);
            default -> text;
        };
    }

    /** Ten digits become NN.NN.NN.NN.NN; anything else stays, for the pattern to refuse. */
    private static String phone(String text) {
        String digits = PHONE_SEPARATORS.matcher(text).replaceAll("");
        return TEN_DIGITS.matcher(digits).matches() ? digits.replaceAll("(..)(?!$)", "$1.") : text;
    }

    private static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    // more than String.strip: no-break spaces count too, as for the browser's trim
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == BYTE_ORDER_MARK || c == ZERO_WIDTH_SPACE;
    }
}
