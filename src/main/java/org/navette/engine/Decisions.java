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
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;
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
        Evaluation.begin();
        try {
            DmnDecisionTableResult result = engine.getDmnEngine().evaluateDecisionTable(definition, inputs);
            List<Map<String, Object>> rows = new ArrayList<>();
            result.forEach(row -> rows.add(Collections.unmodifiableMap(new LinkedHashMap<>(row.getEntryMap()))));
            DmnDecisionTableEvaluationEvent event = Evaluation.end();
            String name = definition.getName();
            return new Decision(
                    definition.getKey(),
                    name == null ? definition.getKey() : name,
                    definition.getId(),
                    definition.getVersion(),
                    Collections.unmodifiableMap(new LinkedHashMap<>(inputs)),
                    event == null ? List.of() : asked(event),
                    event == null ? List.of() : rules(event, rows.size(), definition.getId()),
                    List.copyOf(rows));
        } finally {
            Evaluation.end();
        }
    }

    private static List<Decision.Cell> asked(DmnDecisionTableEvaluationEvent event) {
        return event.getInputs().stream()
                .map(input -> new Decision.Cell(
                        input.getName() == null ? input.getInputVariable() : input.getName(),
                        input.getValue().getValue()))
                .toList();
    }

    /** The first of those that match, as many as the hit policy has kept. */
    private List<Decision.Rule> rules(DmnDecisionTableEvaluationEvent event, int kept, String definition) {
        DmnModelInstance model = engine.getDeploymentCache().findDmnModelInstanceForDecisionDefinition(definition);
        return event.getMatchingRules().stream()
                .limit(kept)
                .map(rule -> new Decision.Rule(rule.getId(), note(model, rule.getId()), outputs(rule)))
                .toList();
    }

    private static List<Decision.Cell> outputs(DmnEvaluatedDecisionRule rule) {
        return rule.getOutputEntries().values().stream()
                .map(output -> new Decision.Cell(
                        output.getName() == null ? output.getOutputName() : output.getName(),
                        output.getValue().getValue()))
                .toList();
    }

    private static String note(DmnModelInstance model, String rule) {
        return model.getModelElementById(rule) instanceof Rule found && found.getDescription() != null
                ? found.getDescription().getTextContent().strip()
                : "";
    }

    /** Keeps what the evaluation on this thread saw: the result itself does not tell it. */
    static final class Evaluation implements DmnDecisionTableEvaluationListener {

        private static final ThreadLocal<DmnDecisionTableEvaluationEvent[]> CURRENT = new ThreadLocal<>();

        private static void begin() {
            CURRENT.set(new DmnDecisionTableEvaluationEvent[1]);
        }

        private static @Nullable DmnDecisionTableEvaluationEvent end() {
            DmnDecisionTableEvaluationEvent[] seen = CURRENT.get();
            CURRENT.remove();
            return seen == null ? null : seen[0];
        }

        @Override
        public void notify(DmnDecisionTableEvaluationEvent event) {
            DmnDecisionTableEvaluationEvent[] seen = CURRENT.get();
            if (seen != null) {
                seen[0] = event;
            }
        }
    }
}
