package org.navette.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of fields that hold an answer. */
enum Kind {
    TEXT(""),
    LINES(""),
    NUMBER(null),
    CHOICE(null),
    CHOICES(List.of()),
    CHECKBOX(false),
    DATE(null),
    TIME(null),
    DATE_TIME(null);

    private final @Nullable Object empty;

    Kind(@Nullable Object empty) {
        this.empty = empty;
    }

    /** What conditions see of a shown field without answer: the same as form-js in the browser. */
    @Nullable
    Object empty() {
        return empty;
    }
}
