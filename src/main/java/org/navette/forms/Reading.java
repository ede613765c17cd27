package org.navette.forms;

import org.jspecify.annotations.Nullable;

/**
 * What was made of a raw answer before any rule is looked at.
 *
 * @param value the normalised answer, null when there is none
 * @param problem why the raw answer is unusable, in French, null when it is fine
 */
record Reading(@Nullable Object value, @Nullable String problem) {

    /** No answer. */
    static final Reading EMPTY = new Reading(null, null);

    static Reading of(@Nullable Object value) {
        return new Reading(value, null);
    }

    static Reading unusable(String problem) {
        return new Reading(null, problem);
    }
}
