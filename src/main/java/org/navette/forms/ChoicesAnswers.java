package org.navette.forms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several choices among those offered: checklist, tag list. */
final class ChoicesAnswers implements Answers {

    // more than any form offers
    private static final int MOST = 1_000;

    private final Messages messages;

    ChoicesAnswers(Messages messages) {
        this.messages = messages;
    }

    @Override
    public Reading read(Field field, Object raw) {
        if (!(raw instanceof Collection<?> chosen) || chosen.size() > MOST) {
            return Reading.unusable(messages.text("choices.not-offered"));
        }
        List<String> codes = new ArrayList<>();
        for (Object one : chosen) {
            String code = ChoiceAnswers.code(one);
            if (code == null) {
                return Reading.unusable(messages.text("choices.not-offered"));
            }
            codes.add(code);
        }
        return codes.isEmpty() ? Reading.EMPTY : Reading.of(List.copyOf(codes));
    }

    @Override
    public @Nullable String problem(Field field, Object value, Situation situation) {
        List<String> codes = codes(value);
        if (!codes.stream().allMatch(code -> ChoiceAnswers.isOffered(code, situation.offered()))) {
            return messages.text("choices.not-offered");
        }
        return new HashSet<>(codes).size() < codes.size() ? messages.text("choices.twice") : null;
    }

    @Override
    public List<String> display(Field field, Object value, List<Option> options) {
        return codes(value).stream()
                .map(code -> ChoiceAnswers.label(code, options))
                .toList();
    }

    private static List<String> codes(Object value) {
        return value instanceof Collection<?> codes
                ? codes.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }
}
