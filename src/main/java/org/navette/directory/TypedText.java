package org.navette.directory;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Which characters a typed text may hold. What has a meaning to a program only (HTML, formulas) is a text like others. */
public final class TypedText {

    /** Ways to end a line that browsers and word processors paste. */
    private static final Pattern LINE_END = Pattern.compile("\r\n|[\r\u000b\f\u0085\u2028\u2029]");

    /** U+25A1, which stands for what cannot be shown. */
    private static final int BOX = '\u25a1';

    private TypedText() {}

    /** The text as it is stored: accents composed, each line ended by LF. */
    public static String composed(String raw) {
        return Normalizer.normalize(LINE_END.matcher(raw).replaceAll("\n"), Normalizer.Form.NFC);
    }

    /** True when a text of one line holds nothing that a table or file cannot keep, or that deceives its reader. */
    public static boolean isLine(String text) {
        return text.codePoints().noneMatch(c -> Character.getType(c) == Character.CONTROL || isRefused(c));
    }

    /** The same for a text of lines, as {@link #composed} returns it; tabs may stand in it. */
    public static boolean isLines(String text) {
        return text.codePoints()
                .noneMatch(c -> isRefused(c) || Character.getType(c) == Character.CONTROL && c != '\n' && c != '\t');
    }

    /** A text that nobody may type, as others may read of it: a box stands for each character that is no good in a line. */
    public static String shown(String refused) {
        StringBuilder shown = new StringBuilder();
        LINE_END.matcher(refused)
                .replaceAll(" ")
                .codePoints()
                .forEach(c -> shown.appendCodePoint(isLine(Character.toString(c)) ? c : BOX));
        return shown.toString();
    }

    private static boolean isRefused(int c) {
        return Character.getType(c) == Character.SURROGATE || isNoCharacter(c) || turnsText(c) || hidesText(c);
    }

    /** Reserved for ever: no XML, and so no Excel file or payment order, can hold them. */
    private static boolean isNoCharacter(int c) {
        return (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
    }

    /**
     * Those that change the direction of what follows: a name could be read as another one. Arabic letters need none of
     * them.
     */
    private static boolean turnsText(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x206F;
    }

    /** Tags and notes between lines: a text that nobody sees. */
    private static boolean hidesText(int c) {
        return c >= 0xE0000 && c <= 0xE007F || c >= 0xFFF9 && c <= 0xFFFB;
    }
}
