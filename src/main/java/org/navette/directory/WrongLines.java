package org.navette.directory;

import java.util.ArrayList;
import java.util.List;

/** Lines of data files that cannot be taken: then none of them is. */
final class WrongLines extends Exception {

    private static final int MOST = 50;

    private final transient List<String> problems = new ArrayList<>();

    WrongLines() {
        super("wrong lines in the data files of the directory");
    }

    /**
     * Adds one; those after the first 50 are not kept.
     *
     * @param line from 1, the one with the titles; 0 for the whole file
     * @param why in French
     */
    void add(String file, long line, String why) {
        if (problems.size() < MOST) {
            problems.add(file + (line > 0 ? ", ligne " + line : "") + "\u00a0: " + why);
        }
    }

    /** Sentences in French, at least one when this was thrown. */
    List<String> problems() {
        return List.copyOf(problems);
    }
}
