package org.navette.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One choice among those offered: select, radio. */
final class ChoiceAnswers implements Answers {

    private final Messages messages;

    ChoiceAnswers(Messages messages) {
        this.messages = messages;
    }

    @Override
    public Reading read(Field field, Object raw) {
        String code = code(raw);
        if (code == null) {
            return Reading.unusable(messages.text("choice.not-offered"));
        }
        return code.isEmpty() ? Reading.EMPTY : Reading.of(code);
    }

    @Override
    public @Nullable String problem(Field field, Object value, Situation situation) {
        return isOffered((String) value, situation.offered()) ? null : messages.text("choice.not-offered");
    }

    @Override
    public List<String> display(Field field, Object value, List<Option> options) {
        return List.of(label(String.valueOf(value), options));
    }

    /** The code of a chosen option as text; forms may write theirs as numbers or booleans. Null when it is none. */
    static @Nullable String code(@Nullable Object raw) {
        return raw instanceof String || raw instanceof Number || raw instanceof Boolean ? raw.toString() : null;
    }

    static boolean isOffered(String code, List<Option> offered) {
        return offered.stream().anyMatch(option -> option.value().equals(code));
    }

    /** An option's label; the code itself when the option is not there any more. */
    static String label(String code, List<Option> options) {
        return options.stream()
                .filter(option -> option.value().equals(code))
                .map(Option::label)
                .findFirst()
                .orElse(code);
    }
}
