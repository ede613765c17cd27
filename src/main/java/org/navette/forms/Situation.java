package org.navette.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of a field depend on beside its answer.
 *
 * @param conditions evaluates expressions on the form's answers
 * @param offered the field's choices now
 * @param today the current day in Paris
 */
record Situation(Conditions conditions, List<Option> offered, LocalDate today) {

    /** The number that a limit stands for, or null when there is none. */
    @Nullable
    BigDecimal number(Limit limit) {
        return limit.expression() == null ? limit.number() : conditions.number(limit.expression());
    }
}
