package org.navette.forms;

import java.util.List;
import java.util.Map;

/** Answers that a form refuses, with what to tell people beside each field. */
public class InvalidAnswers extends RuntimeException {

    private final transient Map<String, List<String>> messages;

    /**
     * @param messages French sentences by field key; the empty key stands for the whole form
     */
    public InvalidAnswers(Map<String, List<String>> messages) {
        // never the values: they are personal data and this text goes to the logs
        super("refused answers: " + messages.keySet());
        this.messages = messages;
    }

    /** French sentences by field key, in the form's order; the empty key stands for the whole form. */
    public Map<String, List<String>> messages() {
        return messages;
    }
}
