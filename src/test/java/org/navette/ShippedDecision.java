package org.navette;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;

/**
 * One decision table of the {@code dmn/} folder, evaluated by the DMN engine alone: no Spring, no database. Remembers
 * which rules matched, so that a test can name the row it expects.
 */
public final class ShippedDecision {

    private final List<String> matched = new ArrayList<>();
    private final DmnEngine engine;
    private final DmnDecision decision;

    private ShippedDecision(String path, InputStream dmn) {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(event -> event.getMatchingRules().stream()
                .map(DmnEvaluatedDecisionRule::getId)
                .forEach(matched::add));
        engine = configuration.buildEngine();
        decision = engine.parseDecision(path.substring(path.lastIndexOf('/') + 1), dmn);
    }

    /**
     * Reads a table.
     *
     * @param path folder and decision id, as {@code partners/convention-access}
     * @throws IllegalArgumentException when no such file is on the class path
     */
    public static ShippedDecision of(String path) {
        try (InputStream dmn = ShippedDecision.class.getResourceAsStream("/models/dmn/" + path + ".dmn")) {
            if (dmn == null) {
                throw new IllegalArgumentException("no table " + path);
            }
            return new ShippedDecision(path, dmn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Evaluates the table.
     *
     * @return the outputs of each row of the result by their names, in the order of the rules; an empty cell has no
     *     entry
     */
    public List<Map<String, Object>> evaluate(Map<String, ?> inputs) {
        matched.clear();
        return engine.evaluateDecisionTable(decision, new HashMap<>(inputs)).stream()
                .map(DmnDecisionRuleResult::getEntryMap)
                .toList();
    }

    /** The ids of the rules that the last evaluation matched, whatever the hit policy kept of them. */
    public List<String> matchedRules() {
        return List.copyOf(matched);
    }

    /** The ids of all rules of the table, sorted. */
    public SortedSet<String> rules() {
        SortedSet<String> ids = new TreeSet<>();
        for (DmnDecisionTableRuleImpl rule : ((DmnDecisionTableImpl) decision.getDecisionLogic()).getRules()) {
            ids.add(rule.getId());
        }
        return ids;
    }
}
