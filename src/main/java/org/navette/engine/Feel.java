package org.navette.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Evaluates FEEL expressions with the engine's own interpreter. An expression is parsed once. */
@Component
public class Feel {

    /** More than all forms hold; beyond, owners have deployed so many versions that the old ones may go. */
    private static final int KEPT = 4_096;

    private final FeelEngineApi feel =
            FeelEngineBuilder.forJava().withEnabledExternalFunctions(false).build();
    private final Map<String, ParsedExpression> parsed = new ConcurrentHashMap<>();

    /**
     * Evaluates an expression.
     *
     * @param expression FEEL, without the leading equals sign that forms write
     * @param context the variables; a name that is missing is null
     * @return the value, or null when the expression has none
     * @throws IllegalArgumentException when it cannot be parsed or evaluated
     */
    @Nullable
    public Object evaluate(String expression, Map<String, ?> context) {
        var result = feel.evaluate(parsed(expression), new HashMap<>(context));
        if (result.isFailure()) {
            throw new IllegalArgumentException(result.failure().message());
        }
        return result.result();
    }

    /** True when the expression's value is the boolean true; null and anything else are false. */
    public boolean isTrue(String expression, Map<String, ?> context) {
        return Boolean.TRUE.equals(evaluate(expression, context));
    }

    /**
     * What an expression is made of.
     *
     * @throws IllegalArgumentException when it cannot be parsed
     */
    public FeelShape shape(String expression) {
        return FeelShape.of(parsed(expression));
    }

    /** True when the text can be read as the condition of a table's cell. */
    boolean isUnaryTest(String text) {
        return feel.parseUnaryTests(text).isSuccess();
    }

    private ParsedExpression parsed(String expression) {
        ParsedExpression known = parsed.get(expression);
        if (known != null) {
            return known;
        }
        var result = feel.parseExpression(expression);
        if (result.isFailure()) {
            throw new IllegalArgumentException(result.failure().message());
        }
        if (parsed.size() >= KEPT) {
            parsed.clear();
        }
        parsed.put(expression, result.parsedExpression());
        return result.parsedExpression();
    }
}
