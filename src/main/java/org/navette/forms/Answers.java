package org.navette.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One kind of answer: how it is read, checked and shown. */
interface Answers {

    /**
     * Reads what the browser sent.
     *
     * @param raw any JSON value, not null; nothing about it can be trusted
     * @return the normalised answer, or why it is none; never throws
     */
    Reading read(Field field, Object raw);

    /**
     * Looks at the field's rules.
     *
     * @param value an answer as {@link #read} returned it
     * @return the first rule that fails, as a French sentence; null when all hold
     */
    @Nullable
    String problem(Field field, Object value, Situation situation);

    /**
     * The answer for reading.
     *
     * @param value as stored, perhaps under an older version of the form
     * @param options the choices known to the field
     */
    List<String> display(Field field, Object value, List<Option> options);
}
