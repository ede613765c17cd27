package org.navette.files;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a file that is read at once and kept in no one's files: lists and reports show it. What is kept and given back
 * has its name checked instead, and refused.
 */
public final class ShownName {

    private static final Pattern FOLDERS = Pattern.compile("(?s)^.*[/\\\\]");

    /** Control characters, those that turn or hide what stands beside them, ends of lines. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    private ShownName() {}

    /**
     * The last part of a path, in one line of at most 150 characters that all can be seen.
     *
     * @param sent by the browser, which may send none
     * @param otherwise when nothing is left of it
     */
    public static String of(@Nullable String sent, String otherwise) {
        String path = sent == null ? "" : sent;
        String name = UNSEEN.matcher(FOLDERS.matcher(path).replaceFirst(""))
                .replaceAll("")
                .strip();
        if (name.isEmpty()) {
            return otherwise;
        }
        int length = name.codePointCount(0, name.length());
        return name.substring(0, name.offsetByCodePoints(0, Math.min(length, FileName.LIMIT)));
    }
}
