package org.navette.engine;

import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Evaluates FEEL expressions with the engine's own interpreter. */
@Component
public class Feel {

    private final FeelEngine feel = new ScalaFeelEngineFactory().createInstance();

    /**
     * Evaluates an expression.
     *
     * @param expression FEEL, without the leading equals sign that forms write
     * @param context the variables; a name that is missing is null
     * @return the value, or null when the expression has none
     */
    @org.jspecify.annotations.Nullable
    public Object evaluate(String expression, Map<String, ?> context) {
        return feel.evaluateSimpleExpression(
                expression, Variables.fromMap(new java.util.HashMap<>(context)).asVariableContext());
    }

    /** True when the expression's value is the boolean true; null and anything else are false. */
    public boolean isTrue(String expression, Map<String, ?> context) {
        return Boolean.TRUE.equals(evaluate(expression, context));
    }
}
