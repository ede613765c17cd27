package org.navette.files;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names of files as browsers send them. A path is reduced to its last part (old browsers send one, and {@code ../../x}
 * then means nothing); whatever could deceive a reader or a file system is refused rather than rewritten, so that the
 * name kept is the name that the sender sees.
 */
final class FileName {

    static final int LIMIT = 150;

    private static final int SHOWN = 60;
    private static final Pattern RESERVED = Pattern.compile("[<>:\"|?*]");
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

    private FileName() {}

    /**
     * A safe name: last part of a path, NFC, without spaces around.
     *
     * @throws RefusedFile for a name that is empty, longer than 150 characters, begins with a dot, or holds control,
     *     invisible or reserved characters
     */
    static String clean(String raw) {
        String last = raw.substring(Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1);
        String name = Normalizer.normalize(last, Normalizer.Form.NFC).strip();
        if (name.isEmpty()) {
            throw new RefusedFile(RefusedFile.Reason.NAME, "Le fichier a été refusé\u00a0: il n’a pas de nom.");
        }
        if (name.codePoints().anyMatch(FileName::invisible)) {
            throw refused(name, "son nom contient des caractères invisibles ou non autorisés");
        }
        if (name.codePointCount(0, name.length()) > LIMIT) {
            throw refused(name, "son nom dépasse " + LIMIT + " caractères");
        }
        if (name.startsWith(".")) {
            throw refused(name, "son nom commence par un point");
        }
        if (RESERVED.matcher(name).find()) {
            throw refused(name, "son nom contient l’un des caractères < > : \" | ? *");
        }
        if (DEVICE.matcher(name).matches()) {
            throw refused(name, "son nom est réservé par Windows");
        }
        return name;
    }

    /** The extension in lower case without its dot; empty when there is none. */
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Control and format characters (among them those that turn the direction of the text), private and broken ones. */
    private static boolean invisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> character == 0xFFFD;
        };
    }

    private static RefusedFile refused(String name, String why) {
        StringBuilder shown = new StringBuilder();
        name.codePoints().limit(SHOWN).forEach(c -> shown.appendCodePoint(invisible(c) ? 0xFFFD : c));
        if (shown.length() < name.length()) {
            shown.append('…');
        }
        return RefusedFile.of(RefusedFile.Reason.NAME, shown.toString(), why);
    }
}
