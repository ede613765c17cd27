package org.navette.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what decision tables answered: a deployed version never changes, and reading one in FEEL takes milliseconds
 * each time. Tables that look at more than their inputs (the time of day, another language) are asked anew.
 */
final class KnownAnswers {

    private static final int MOST = 2_000;
    private static final Pattern MORE_THAN_INPUTS = Pattern.compile("\\b(now|today|random\\s+number)\\s*\\(");

    private final Function<String, DmnModelInstance> models;
    private final Map<String, Boolean> constant = new ConcurrentHashMap<>();
    private final Map<Question, Decision> answers = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Decision> eldest) {
            return size() > MOST;
        }
    };

    private record Question(String definitionId, Map<String, Object> inputs) {}

    /** @param models the model of a deployed version, by its id */
    KnownAnswers(Function<String, DmnModelInstance> models) {
        this.models = models;
    }

    /** The answer given before to the same inputs, else that of the table. */
    Decision of(String definitionId, Map<String, Object> inputs, Supplier<Decision> table) {
        if (!constant.computeIfAbsent(definitionId, id -> looksAtInputsOnly(models.apply(id)))) {
            return table.get();
        }
        var question = new Question(definitionId, Collections.unmodifiableMap(new LinkedHashMap<>(inputs)));
        Decision known = known(question);
        if (known != null) {
            return known;
        }
        Decision answer = table.get();
        synchronized (answers) {
            answers.put(question, answer);
        }
        return answer;
    }

    private @Nullable Decision known(Question question) {
        synchronized (answers) {
            return answers.get(question);
        }
    }

    static boolean looksAtInputsOnly(DmnModelInstance model) {
        return model.getModelElementsByType(Text.class).stream()
                        .noneMatch(text ->
                                MORE_THAN_INPUTS.matcher(text.getTextContent()).find())
                && model.getModelElementsByType(LiteralExpression.class).stream()
                        .allMatch(expression -> isFeel(expression.getExpressionLanguage()))
                && model.getModelElementsByType(UnaryTests.class).stream()
                        .allMatch(test -> isFeel(test.getExpressionLanguage()));
    }

    private static boolean isFeel(@Nullable String language) {
        return language == null || language.equalsIgnoreCase("feel");
    }
}
