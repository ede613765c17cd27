package org.navette.forms;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks raw answers: reads them all, settles which fields are shown, then looks at the rules of those. */
final class FormCheck {

    private final Map<Kind, Answers> answers;
    private final Visibility visibility;
    private final Clock clock;
    private final Messages messages;

    FormCheck(Map<Kind, Answers> answers, Visibility visibility, Clock clock, Messages messages) {
        this.answers = answers;
        this.visibility = visibility;
        this.clock = clock;
        this.messages = messages;
    }

    /** @throws InvalidAnswers when a shown field refuses its answer */
    Map<String, Object> check(Form form, Map<String, ?> raw, Map<String, List<Option>> options) {
        List<Field> fields = form.fields();
        List<Reading> readings = fields.stream().map(field -> read(field, raw)).toList();
        Visibility.Shown shown = visibility.of(form, readings, options);
        LocalDate today = LocalDate.now(clock);

        Map<String, Object> clean = new LinkedHashMap<>();
        Map<String, List<String>> problems = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            if (!shown.shown().get(i)) {
                continue;
            }
            Field field = fields.get(i);
            Reading reading = readings.get(i);
            Situation situation =
                    new Situation(shown.conditions(), OfferedOptions.of(field, options, shown.conditions()), today);
            String problem = problem(field, reading, situation);
            if (problem != null) {
                problems.putIfAbsent(field.key(), List.of(problem));
            } else if (reading.value() != null) {
                clean.putIfAbsent(field.key(), reading.value());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidAnswers(problems);
        }
        return clean;
    }

    private Reading read(Field field, Map<String, ?> raw) {
        Object value = raw.get(field.key());
        if (value == null) {
            // the browser shows a box that nobody touched as not ticked
            return field.kind() == Kind.CHECKBOX ? Reading.of(false) : Reading.EMPTY;
        }
        return answers.get(field.kind()).read(field, value);
    }

    private @Nullable String problem(Field field, Reading reading, Situation situation) {
        if (reading.problem() != null) {
            return reading.problem();
        }
        if (reading.value() == null) {
            return field.rules().required() ? messages.text("required") : null;
        }
        return answers.get(field.kind()).problem(field, reading.value(), situation);
    }
}
