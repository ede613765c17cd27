package org.navette.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Evaluates the latest deployed version of a decision table, without leaving a trace in the engine's history. */
@Component
public class Decisions {

    private final ProcessEngineConfigurationImpl engine;
    private final LatestModels latest;
    private final KnownAnswers known;

    Decisions(@Lazy ProcessEngineConfigurationImpl engine, LatestModels latest) {
        this.engine = engine;
        this.latest = latest;
        this.known = new KnownAnswers(
                id -> inEngine(() -> engine.getDeploymentCache().findDmnModelInstanceForDecisionDefinition(id)));
    }

    /**
     * Evaluates a decision table.
     *
     * @param decisionId the id of the decision
     * @param inputs the values that the table's input expressions name, immutable ones; a value may be null
     * @return what matched, in the table's order
     * @throws org.camunda.bpm.engine.exception.dmn.DecisionDefinitionNotFoundException when none is deployed
     */
    public Decision evaluate(String decisionId, Map<String, Object> inputs) {
        var definition = Objects.requireNonNull(latest.of(
                DecisionDefinitionEntity.class,
                decisionId,
                () -> inEngine(() -> (DecisionDefinitionEntity)
                        engine.getDeploymentCache().findDeployedLatestDecisionDefinitionByKey(decisionId))));
        return known.of(definition.getId(), inputs, () -> inEngine(() -> ask(definition, inputs)));
    }

    private <T> T inEngine(Supplier<T> action) {
        return engine.getCommandExecutorTxRequired().execute(context -> action.get());
    }

    private Decision ask(DecisionDefinitionEntity definition, Map<String, Object> inputs) {
        MatchedRules.begin();
        try {
            DmnDecisionTableResult result = engine.getDmnEngine().evaluateDecisionTable(definition, inputs);
            List<Map<String, Object>> rows = new ArrayList<>();
            result.forEach(row -> rows.add(Collections.unmodifiableMap(new LinkedHashMap<>(row.getEntryMap()))));
            return new Decision(
                    definition.getKey(),
                    definition.getId(),
                    definition.getVersion(),
                    Collections.unmodifiableMap(new LinkedHashMap<>(inputs)),
                    MatchedRules.end(),
                    List.copyOf(rows));
        } finally {
            MatchedRules.end();
        }
    }

    /** Remembers the rules that the evaluation on this thread matched: the result itself does not tell them. */
    static final class MatchedRules implements DmnDecisionTableEvaluationListener {

        private static final ThreadLocal<List<String>> CURRENT = new ThreadLocal<>();

        private static void begin() {
            CURRENT.set(new ArrayList<>());
        }

        private static List<String> end() {
            List<String> matched = CURRENT.get();
            CURRENT.remove();
            return matched == null ? List.of() : List.copyOf(matched);
        }

        @Override
        public void notify(DmnDecisionTableEvaluationEvent event) {
            List<String> matched = CURRENT.get();
            if (matched != null) {
                event.getMatchingRules().stream()
                        .map(DmnEvaluatedDecisionRule::getId)
                        .forEach(matched::add);
            }
        }
    }
}
