package org.navette.funding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.navette.funding.Finding.Severity;

/**
 * Gathers what is found in one file. It keeps the first {@value #KEPT} and counts the others, so that a file made of
 * mistakes costs no more than another. Texts are templates of {@link French}.
 */
final class Findings {

    /** how many are told one by one */
    static final int KEPT = 1000;

    private static final Pattern REQUEST = Pattern.compile("/demandes/(\\d{1,9})(?:/.*)?", Pattern.DOTALL);

    private final List<Finding> kept = new ArrayList<>();
    private final Set<String> spoiled = new HashSet<>();
    private final BitSet wrong = new BitSet();
    private final BitSet warned = new BitSet();
    private int others;

    /** What makes the request, or the file, unfit. */
    void error(String pointer, String message, String expected) {
        error(pointer, 0, message, expected);
    }

    /** The same, when the line is known: it is not looked for then. */
    void error(String pointer, int line, String message, String expected) {
        if (!spoiled.contains(pointer)) {
            add(Severity.ERROR, pointer, line, message, expected);
        }
    }

    /** An error about a value that could not even be read: nothing else is told about the value. */
    void spoiled(String pointer, int line, String message, String expected) {
        error(pointer, line, message, expected);
        // a value that is in no kept request needs no protection from being told twice
        if (spoiled.size() < KEPT) {
            spoiled.add(pointer);
        }
    }

    /** What the author had better know; the request is kept. */
    void warning(String pointer, String message, String expected) {
        add(Severity.WARNING, pointer, 0, message, expected);
    }

    private void add(Severity severity, String pointer, int line, String message, String expected) {
        int request = request(pointer);
        (severity == Severity.ERROR ? wrong : warned).set(request);
        if (kept.size() < KEPT) {
            kept.add(new Finding(severity, request, pointer, line, message, expected));
        } else {
            others++;
        }
    }

    /** The request's rank from 1; 0 for the file. */
    private static int request(String pointer) {
        Matcher place = REQUEST.matcher(pointer);
        return place.matches() ? Math.min(Integer.parseInt(place.group(1)), FileCheck.MOST_REQUESTS) + 1 : 0;
    }

    /** In the order they were found. */
    List<Finding> kept() {
        return kept;
    }

    /** How many more there are than are kept. */
    int others() {
        return others;
    }

    /** @param request its rank from 1; 0 for the file */
    boolean hasError(int request) {
        return wrong.get(request);
    }

    /** @param request its rank from 1; 0 for the file */
    boolean hasWarning(int request) {
        return warned.get(request);
    }
}
