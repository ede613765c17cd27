package org.navette.forms;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A bound of a rule: a number, or a FEEL expression that gives one.
 *
 * @param number the number, null when an expression gives it
 * @param expression FEEL without the equals sign, null when the number is known
 */
record Limit(@Nullable BigDecimal number, @Nullable String expression) {

    /** No bound. */
    static final Limit NONE = new Limit(null, null);
}
