package org.navette.forms;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.navette.engine.Feel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Evaluates a form's expressions on one state of its answers, each expression once. */
final class Conditions {

    private static final Logger LOG = LoggerFactory.getLogger(Conditions.class);

    private final Feel feel;
    private final Map<String, @Nullable Object> answers;
    private final Map<String, @Nullable Object> known = new HashMap<>();
    private final Set<String> failed = new HashSet<>();

    /** @param answers a value, perhaps null, for every name that expressions may use */
    Conditions(Feel feel, Map<String, @Nullable Object> answers) {
        this.feel = feel;
        this.answers = answers;
    }

    /** True when the expression's value is the boolean true. */
    boolean isTrue(String expression) {
        return Boolean.TRUE.equals(value(expression));
    }

    /**
     * True when the condition hides: it is true or comes to null. form-js evaluates conditions as unary tests, where
     * null does hide; asking here for a field that people cannot see would leave them stuck. A condition that cannot be
     * evaluated at all hides nothing, there as here.
     */
    boolean hides(String expression) {
        Object value = value(expression);
        return (value == null && !failed.contains(expression)) || Boolean.TRUE.equals(value);
    }

    /** The number an expression gives, or null when it gives none. */
    @Nullable
    BigDecimal number(String expression) {
        return value(expression) instanceof Number number && !number.toString().matches("NaN|-?Infinity")
                ? new BigDecimal(number.toString())
                : null;
    }

    /** An expression's value, or null when it has none or fails. */
    @Nullable
    Object value(String expression) {
        if (!known.containsKey(expression)) {
            known.put(expression, evaluate(expression));
        }
        return known.get(expression);
    }

    private @Nullable Object evaluate(String expression) {
        try {
            return feel.evaluate(expression, answers);
        } catch (RuntimeException e) {
            // the expression only: the exception may quote answers
            LOG.warn(
                    "the FEEL expression [{}] of a form fails: {}",
                    expression,
                    e.getClass().getSimpleName());
            failed.add(expression);
            return null;
        }
    }
}
