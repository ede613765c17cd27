package org.navette.forms;

import java.util.List;

/**
 * One answer, laid out for reading.
 *
 * @param key the field's key
 * @param label the field's label
 * @param texts what was answered, one text per chosen option; a single one for other fields
 * @param multiline true when the text keeps its line breaks (text areas)
 */
public record Line(String key, String label, List<String> texts, boolean multiline) {

    /** A fact that no form has asked for. */
    public static Line of(String key, String label, String text) {
        return new Line(key, label, List.of(text), false);
    }
}
