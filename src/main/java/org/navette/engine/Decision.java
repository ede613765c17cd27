package org.navette.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation of a decision table.
 *
 * @param id the decision's id, which is its file's name
 * @param name the table as its owners call it
 * @param definitionId the deployed version that was evaluated
 * @param version the number of that version
 * @param inputs what was given
 * @param asked what the table's input columns made of it
 * @param rules the rules that decided, in the table's order
 * @param results a row of outputs per rule, by output name
 */
public record Decision(
        String id,
        String name,
        String definitionId,
        int version,
        Map<String, Object> inputs,
        List<Cell> asked,
        List<Rule> rules,
        List<Map<String, Object>> results) {

    /**
     * A column of the table with its value.
     *
     * @param label the column as its owners call it
     */
    public record Cell(String label, @Nullable Object value) {}

    /**
     * A rule that decided.
     *
     * @param id the rule's id in the table
     * @param note what its owners wrote beside it; may be empty
     * @param outputs what it says
     */
    public record Rule(String id, String note, List<Cell> outputs) {}

    /** The ids of the rules that decided. */
    public List<String> matchedRules() {
        return rules.stream().map(Rule::id).toList();
    }

    /** The same evaluation with those rows only that matter, e.g. the one offer that was chosen. */
    public Decision only(Predicate<Map<String, Object>> matters) {
        List<Rule> kept = new ArrayList<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            if (matters.test(results.get(i))) {
                kept.add(rules.get(i));
                rows.add(results.get(i));
            }
        }
        return new Decision(id, name, definitionId, version, inputs, asked, List.copyOf(kept), List.copyOf(rows));
    }
}
