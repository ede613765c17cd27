package org.navette.funding;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Words that somebody looks for, found at the beginning of words whatever their accents and case; a plural finds its
 * singular. At most {@value #LONGEST} characters count.
 */
public final class SoughtWords {

    /** How much of what is typed is read. */
    public static final int LONGEST = 100;

    private final List<String> words;

    private SoughtWords(List<String> words) {
        this.words = words;
    }

    /** The words of a text as typed. */
    public static SoughtWords of(String typed) {
        String text = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        return new SoughtWords(Arrays.stream(fold(text).text().split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .map(SoughtWords::singular)
                .distinct()
                .toList());
    }

    private static String singular(String word) {
        return word.length() > 3 && (word.endsWith("s") || word.endsWith("x"))
                ? word.substring(0, word.length() - 1)
                : word;
    }

    /** True when nothing is looked for. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** True when each word is in one of the texts. */
    boolean areAllIn(List<String> texts) {
        List<String> folded = texts.stream().map(text -> fold(text).text()).toList();
        return words.stream().allMatch(word -> folded.stream().anyMatch(text -> find(text, word, 0) >= 0));
    }

    /** A part of a text. @param found whether it is one of the words */
    public record Piece(String text, boolean found) {}

    /** The text cut where the words begin and end; one piece when none is in it. */
    public List<Piece> in(String text) {
        Folded folded = fold(text);
        boolean[] found = new boolean[text.length()];
        for (String word : words) {
            for (int at = find(folded.text(), word, 0); at >= 0; at = find(folded.text(), word, at + 1)) {
                int end = at + word.length() - 1;
                Arrays.fill(found, folded.origin()[at], folded.origin()[end] + 1, true);
            }
        }
        List<Piece> pieces = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int to = from;
            while (to < text.length() && found[to] == found[from]) {
                to++;
            }
            pieces.add(new Piece(text.substring(from, to), found[from]));
            from = to;
        }
        return pieces;
    }

    private static int find(String text, String word, int from) {
        int at = text.indexOf(word, from);
        while (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
            at = text.indexOf(word, at + 1);
        }
        return at;
    }

    /** A text without accents in lower case. @param origin of each character, its place in the text itself */
    private record Folded(String text, int[] origin) {}

    private static Folded fold(String text) {
        var folded = new StringBuilder();
        List<Integer> origin = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            String plain = Normalizer.normalize(text.substring(i, i + 1), Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .toLowerCase(Locale.ROOT)
                    .replace("œ", "oe")
                    .replace("æ", "ae");
            folded.append(plain);
            for (int n = 0; n < plain.length(); n++) {
                origin.add(i);
            }
        }
        return new Folded(
                folded.toString(), origin.stream().mapToInt(Integer::intValue).toArray());
    }
}
