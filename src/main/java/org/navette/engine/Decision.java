package org.navette.engine;

import java.util.List;
import java.util.Map;

/**
 * One evaluation of a decision table.
 *
 * @param id the decision's id, which is its file's name
 * @param definitionId the deployed version that was evaluated
 * @param version the number of that version
 * @param inputs what was given
 * @param matchedRules ids of the rules that matched, in the table's order
 * @param results a row of outputs per matched rule, by output name
 */
public record Decision(
        String id,
        String definitionId,
        int version,
        Map<String, Object> inputs,
        List<String> matchedRules,
        List<Map<String, Object>> results) {}
