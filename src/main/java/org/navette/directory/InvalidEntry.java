package org.navette.directory;

import java.util.Map;

/** What a supervisor typed cannot be taken; nothing was changed. */
public final class InvalidEntry extends RuntimeException {

    private final transient Map<String, String> problems;

    /** @param problems what is wrong, by the field's name; at least one */
    public InvalidEntry(Map<String, String> problems) {
        super(problems.toString());
        this.problems = Map.copyOf(problems);
    }

    /** What is wrong: a word for the messages, by the field's name. */
    public Map<String, String> problems() {
        return problems;
    }
}
