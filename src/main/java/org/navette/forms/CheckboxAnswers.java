package org.navette.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Check boxes: true or false, and true when required. */
final class CheckboxAnswers implements Answers {

    private final Messages messages;

    CheckboxAnswers(Messages messages) {
        this.messages = messages;
    }

    @Override
    public Reading read(Field field, Object raw) {
        return raw instanceof Boolean ? Reading.of(raw) : Reading.unusable(messages.text("checkbox.type"));
    }

    @Override
    public @Nullable String problem(Field field, Object value, Situation situation) {
        return field.rules().required() && !Boolean.TRUE.equals(value) ? messages.text("checkbox.required") : null;
    }

    @Override
    public List<String> display(Field field, Object value, List<Option> options) {
        return List.of(messages.text(Boolean.TRUE.equals(value) ? "yes" : "no"));
    }
}
