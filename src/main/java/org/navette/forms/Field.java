package org.navette.forms;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field that holds an answer.
 *
 * @param key the answer's name
 * @param kind what sort of answer
 * @param label what people read
 * @param group label of the nearest labelled group around it, null when there is none
 * @param gates when the field takes an answer
 * @param rules what an answer must be
 * @param options where the choices come from
 * @param properties custom properties, edited in Modeler
 */
record Field(
        String key,
        Kind kind,
        String label,
        @Nullable String group,
        Gates gates,
        Rules rules,
        OptionSource options,
        Map<String, String> properties) {

    /** The field's own sentence when its pattern or date range fails, or null. */
    @Nullable
    String message() {
        return properties.get("message");
    }
}
