package org.navette.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lays stored answers out in the order and the groups of their form. */
final class Layout {

    private final Map<Kind, Answers> answers;
    private final Visibility visibility;

    Layout(Map<Kind, Answers> answers, Visibility visibility) {
        this.answers = answers;
        this.visibility = visibility;
    }

    List<Block> of(Form form, Map<String, ?> stored, Map<String, List<Option>> options) {
        List<Reading> readings = form.fields().stream()
                .map(field -> Reading.of(stored.get(field.key())))
                .toList();
        Visibility.Shown shown = visibility.of(form, readings, options);
        List<Block> blocks = new ArrayList<>();
        Set<String> done = new HashSet<>();
        int block = -1;
        for (int i = 0; i < form.fields().size(); i++) {
            Field field = form.fields().get(i);
            Object value = stored.get(field.key());
            // what was stored is shown whatever the conditions say, but for the twins of a key
            boolean isTwin = !shown.shown().get(i) && hasTwin(form, field);
            if (isEmpty(value) || isTwin || !done.add(field.key())) {
                continue;
            }
            if (block != field.block()) {
                block = field.block();
                blocks.add(new Block(field.group(), new ArrayList<>()));
            }
            List<Option> known = OfferedOptions.of(field, options, shown.conditions());
            blocks.get(blocks.size() - 1).lines().add(line(field, value, known));
        }
        return blocks.stream()
                .map(one -> new Block(one.label(), List.copyOf(one.lines())))
                .toList();
    }

    private Line line(Field field, Object value, List<Option> known) {
        List<String> texts = answers.get(field.kind()).display(field, value, known);
        return new Line(field.key(), field.label(), List.copyOf(texts), field.kind() == Kind.LINES);
    }

    private static boolean hasTwin(Form form, Field field) {
        return form.fields().stream()
                .anyMatch(other -> other != field && other.key().equals(field.key()));
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null || value.equals("") || (value instanceof List<?> list && list.isEmpty());
    }
}
