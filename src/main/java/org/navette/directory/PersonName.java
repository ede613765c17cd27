package org.navette.directory;

import java.text.Normalizer;
import java.util.Locale;

/** Names of people as they are compared: the same person is written in many ways. */
final class PersonName {

    private PersonName() {}

    /** True when both are the same letters, and there are some. */
    static boolean same(String one, String other) {
        String folded = folded(one);
        return !folded.isEmpty() && folded.equals(folded(other));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss")
                .replace("ø", "o")
                .replaceAll("[^\\p{L}\\p{Nd}]", "");
    }
}
