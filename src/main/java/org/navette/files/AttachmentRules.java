package org.navette.files;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What may be attached in one context of one organism, read from {@code attachment-rules.dmn}.
 *
 * @param maxCount files in all
 * @param maxBytes bytes in one file
 * @param extensions allowed extensions, lower case, without the dot
 * @param namePattern regular expression that the whole name must match; null for any name
 * @param pageFormat what pages must look like; null for any
 * @param nameRule the pattern in words, which end a refusal: "son nom ne doit contenir que…"; null to say it vaguely
 * @param refusal how the refusal of a file begins, without a full stop, before it says which of name, extension, size or
 *     content it was; null for no such beginning
 */
public record AttachmentRules(
        int maxCount,
        long maxBytes,
        List<String> extensions,
        @Nullable String namePattern,
        @Nullable PageFormat pageFormat,
        @Nullable String nameRule,
        @Nullable String refusal) {

    public AttachmentRules {
        extensions = List.copyOf(extensions);
    }

    /** Rules that say refusals in no words of their own. */
    AttachmentRules(
            int maxCount,
            long maxBytes,
            List<String> extensions,
            @Nullable String namePattern,
            @Nullable PageFormat pageFormat) {
        this(maxCount, maxBytes, extensions, namePattern, pageFormat, null, null);
    }

    /**
     * Checks what a name and a size tell.
     *
     * @throws RefusedFile for an extension or a name that the rules do not allow, or too many bytes
     */
    void check(String name, long size) {
        if (!extensions.contains(FileName.extension(name))) {
            throw RefusedFile.of(
                    RefusedFile.Reason.EXTENSION, name, "les types acceptés sont " + String.join(", ", extensions));
        }
        if (namePattern != null && !Pattern.matches(namePattern, name)) {
            throw RefusedFile.of(
                    RefusedFile.Reason.NAME,
                    name,
                    nameRule == null ? "son nom ne suit pas le modèle demandé" : nameRule);
        }
        if (size > maxBytes) {
            throw tooLarge(name);
        }
    }

    /** The refusal as these rules want it said. */
    RefusedFile said(RefusedFile refused) {
        return refusal == null ? refused : refused.beginning(refusal);
    }

    RefusedFile tooLarge(String name) {
        return RefusedFile.of(
                RefusedFile.Reason.TOO_LARGE, name, "il dépasse la taille maximale de " + readable(maxBytes));
    }

    RefusedFile tooMany(int remaining) {
        String room =
                switch (Math.max(0, remaining)) {
                    case 0 -> "aucun autre fichier ne peut être ajouté";
                    case 1 -> "un seul fichier peut encore être ajouté";
                    default -> remaining + " fichiers peuvent encore être ajoutés";
                };
        return new RefusedFile(
                RefusedFile.Reason.TOO_MANY,
                "Le nombre de fichiers est limité à " + maxCount + "\u00a0: " + room + ".");
    }

    private static String readable(long bytes) {
        if (bytes >= 1_048_576) {
            return new java.text.DecimalFormat(
                                    "0.#", java.text.DecimalFormatSymbols.getInstance(java.util.Locale.FRENCH))
                            .format(bytes / 1_048_576.0)
                    + "\u00a0Mo";
        }
        return Math.max(1, bytes / 1024) + "\u00a0ko";
    }
}
