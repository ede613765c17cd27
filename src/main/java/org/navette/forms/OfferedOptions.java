package org.navette.forms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Finds the choices of a field, as form-js does: from the page, from the form, or by an expression. */
final class OfferedOptions {

    private OfferedOptions() {}

    /**
     * The choices of a field; none when nobody gives them.
     *
     * @param given what the page passes, by {@code valuesKey}
     */
    static List<Option> of(Field field, Map<String, List<Option>> given, Conditions conditions) {
        OptionSource source = field.options();
        if (source.key() != null) {
            return given.getOrDefault(source.key(), List.of());
        }
        if (source.values().isEmpty() && source.expression() != null) {
            return read(conditions.value(source.expression()));
        }
        return source.values();
    }

    /** A choice as expressions see it. */
    static Map<String, Object> asContext(Option option) {
        return Map.of("value", option.value(), "label", option.label());
    }

    private static List<Option> read(@org.jspecify.annotations.Nullable Object value) {
        List<Option> options = new ArrayList<>();
        if (value instanceof Collection<?> entries) {
            for (Object entry : entries) {
                Object code = entry instanceof Map<?, ?> option ? option.get("value") : entry;
                String text = ChoiceAnswers.code(code);
                if (text != null) {
                    boolean isLabelled = entry instanceof Map<?, ?> option && option.get("label") instanceof String;
                    options.add(new Option(text, isLabelled ? (String) ((Map<?, ?>) entry).get("label") : text));
                }
            }
        }
        return options;
    }
}
