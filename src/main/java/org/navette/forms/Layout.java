package org.navette.forms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
                .map(field -> Reading.of(readable(stored.get(field.key()))))
                .toList();
        Visibility.Shown shown = visibility.of(form, readings, options);
        List<Block> blocks = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (int i = 0; i < form.fields().size(); i++) {
            Field field = form.fields().get(i);
            Object value = readings.get(i).value();
            // what was stored is shown whatever the conditions say, but for the twins of a key
            boolean isTwin = !shown.shown().get(i) && hasTwin(form, field);
            if (value == null || isTwin || !done.add(field.key())) {
                continue;
            }
            if (blocks.isEmpty() || !Objects.equals(last(blocks).label(), field.group())) {
                blocks.add(new Block(field.group(), new ArrayList<>()));
            }
            List<Option> known = OfferedOptions.of(field, options, shown.conditions());
            last(blocks).lines().add(line(field, value, known));
        }
        return blocks.stream()
                .map(one -> new Block(one.label(), List.copyOf(one.lines())))
                .toList();
    }

    private Line line(Field field, Object value, List<Option> known) {
        List<String> texts = answers.get(field.kind()).display(field, value, known);
        return new Line(field.key(), field.label(), List.copyOf(texts), field.kind() == Kind.LINES);
    }

    private static Block last(List<Block> blocks) {
        return blocks.get(blocks.size() - 1);
    }

    private static boolean hasTwin(Form form, Field field) {
        return form.fields().stream()
                .anyMatch(other -> other != field && other.key().equals(field.key()));
    }

    /** A stored answer that can be laid out: not empty, and nothing nested. */
    private static @Nullable Object readable(@Nullable Object value) {
        if (value instanceof Collection<?> list) {
            List<?> codes = list.stream().filter(Layout::isScalar).toList();
            return codes.isEmpty() ? null : codes;
        }
        return isScalar(value) && !"".equals(value) ? value : null;
    }

    private static boolean isScalar(@Nullable Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }
}
