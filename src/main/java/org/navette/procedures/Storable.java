package org.navette.procedures;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a draft can keep of what was typed, before any form has looked at it: text that can be stored, and not endless. */
final class Storable {

    /** Characters in the answers of a step or a person, ten times what the longest field takes. */
    private static final int MOST = 200_000;

    private int length;

    private Storable() {}

    /** @throws Refused for half or forbidden characters, or more than people type */
    static void check(Map<String, Object> typed) {
        new Storable().look(typed);
    }

    private void look(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> {
                look(key);
                look(each);
            });
        } else if (value instanceof Collection<?> list) {
            list.forEach(this::look);
        } else {
            text(String.valueOf(value));
        }
    }

    private void text(String text) {
        // one more, so that a list of empty texts ends too
        length += text.length() + 1;
        // JSON in the database takes neither NUL nor half a character
        boolean unusable =
                text.codePoints().anyMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        if (unusable || length > MOST) {
            throw new Refused(Refused.Reason.UNUSABLE);
        }
    }
}
