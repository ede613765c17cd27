package org.navette.forms;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.navette.engine.Feel;

/**
 * Which fields of a form are shown and open. An answer of a hidden field counts as null for the other conditions, so conditions
 * are evaluated again until nothing changes: one round settles one more link of a chain of conditions.
 */
final class Visibility {

    private final Feel feel;

    Visibility(Feel feel) {
        this.feel = feel;
    }

    /**
     * The fields that are shown and what expressions see then.
     *
     * @param shown positions of the fields that take an answer
     */
    record Shown(BitSet shown, Conditions conditions) {}

    /**
     * Settles what is shown.
     *
     * @param readings an entry for each field of the form, in its order
     * @param options the choices passed by the page: expressions may use them by name
     */
    Shown of(Form form, List<Reading> readings, Map<String, List<Option>> options) {
        List<Field> fields = form.fields();
        BitSet shown = new BitSet();
        shown.set(0, fields.size());
        Conditions conditions = conditions(fields, readings, shown, options);
        // conditions in a circle never settle: the number of rounds ends it
        for (int round = 0; round <= fields.size(); round++) {
            BitSet next = next(fields, conditions);
            if (next.equals(shown)) {
                break;
            }
            shown = next;
            conditions = conditions(fields, readings, shown, options);
        }
        return new Shown(shown, conditions);
    }

    private static BitSet next(List<Field> fields, Conditions conditions) {
        BitSet next = new BitSet();
        for (int i = 0; i < fields.size(); i++) {
            next.set(i, fields.get(i).gates().areOpen(conditions));
        }
        return next;
    }

    private Conditions conditions(
            List<Field> fields, List<Reading> readings, BitSet shown, Map<String, List<Option>> options) {
        Map<String, @Nullable Object> context = new HashMap<>();
        options.forEach((key, offered) ->
                context.put(key, offered.stream().map(OfferedOptions::asContext).toList()));
        for (int i = 0; i < fields.size(); i++) {
            context.put(fields.get(i).key(), null);
        }
        // the same key may stand twice in a form, under opposite conditions
        for (int i = fields.size() - 1; i >= 0; i--) {
            if (shown.get(i)) {
                Field field = fields.get(i);
                Object value = readings.get(i).value();
                context.put(field.key(), value == null ? field.kind().empty() : value);
            }
        }
        return new Conditions(feel, context);
    }
}
