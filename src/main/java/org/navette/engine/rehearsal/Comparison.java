package org.navette.engine.rehearsal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.model.bpmn.instance.FlowElement;

/**
 * Two versions of a diagram and the engine's plan between them: equal elements, that is same id and type at the same
 * place. A wait keeps the date and the message that it has, except where the new version writes another.
 */
final class Comparison {

    private final Elements source;
    private final Elements target;
    private final MigrationPlan plan;
    private final Set<String> equal;
    private final String newer;

    private Comparison(Elements source, Elements target, MigrationPlan plan, boolean back) {
        this.newer = back ? "l'ancienne version" : "la nouvelle version";
        this.source = source;
        this.target = target;
        this.plan = plan;
        this.equal = plan.getInstructions().stream()
                .map(MigrationInstruction::getSourceActivityId)
                .collect(Collectors.toSet());
    }

    /**
     * Asks the engine for the plan from one deployed version to another.
     *
     * @param back true on the way back, for the words of the reasons
     */
    static Comparison of(RuntimeService runtime, RepositoryService repository, String from, String to, boolean back) {
        Elements source = new Elements(repository.getBpmnModelInstance(from));
        Elements target = new Elements(repository.getBpmnModelInstance(to));
        MigrationPlan generated =
                runtime.createMigrationPlan(from, to).mapEqualActivities().build();
        var builder = runtime.createMigrationPlan(from, to);
        for (MigrationInstruction each : generated.getInstructions()) {
            var one = builder.mapActivities(each.getSourceActivityId(), each.getTargetActivityId());
            if (each.isUpdateEventTrigger() || differs(source, target, each.getSourceActivityId())) {
                one.updateEventTrigger();
            }
        }
        return new Comparison(source, target, builder.build(), back);
    }

    private static boolean differs(Elements source, Elements target, String id) {
        String before = source.trigger(id);
        return !before.isEmpty() && !before.equals(target.trigger(id));
    }

    MigrationPlan plan() {
        return plan;
    }

    Elements source() {
        return source;
    }

    /** Where the instances are, as the old version calls it. */
    String place(Situation situation) {
        String names = situation.places().stream().map(source::label).collect(Collectors.joining(" et "));
        return names.isEmpty() ? "entre deux étapes" : names;
    }

    /** Why instances in this situation would need a mapping; empty when each place and each wait has its equal. */
    List<String> missing(Situation situation) {
        List<String> reasons = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>(situation.places());
        ids.addAll(situation.scopes());
        ids.addAll(situation.waits());
        for (String id : ids) {
            if (!equal.contains(id)) {
                reasons.add(missing(id));
            }
        }
        for (String[] timeout : situation.timeouts()) {
            if (equal.contains(timeout[0]) && !target.hasTimeout(timeout[0], timeout[1])) {
                reasons.add("le délai de la tâche " + source.label(timeout[0]) + " n'est plus dans " + newer);
            }
        }
        return reasons;
    }

    private String missing(String id) {
        FlowElement before = source.find(id).orElse(null);
        FlowElement after = target.find(id).orElse(null);
        if (before == null) {
            return "l'élément " + id + " n'est plus dans " + newer;
        }
        if (after == null) {
            return source.label(id) + " n'est plus dans " + newer
                    + target.namesake(before)
                            .map(other -> " ; un élément du même nom y a un autre identifiant (« " + other.getId()
                                    + " » au lieu de « " + id + " ») : gardez l'ancien")
                            .orElse("");
        }
        String was = Elements.type(before);
        String is = Elements.type(after);
        return was.equals(is)
                ? source.label(id) + " n'est plus au même endroit du diagramme, ou n'attend plus la même chose"
                : source.label(id) + " était " + was + " et devient " + is;
    }

    /** Waits that instances get anew because the new version writes another date or message, in its words. */
    List<String> triggers() {
        return plan.getInstructions().stream()
                .filter(MigrationInstruction::isUpdateEventTrigger)
                .map(each -> target.label(each.getTargetActivityId()))
                .distinct()
                .toList();
    }

    /** Places of the new version that the old one does not have. */
    List<String> newPlaces() {
        Set<String> known = plan.getInstructions().stream()
                .map(MigrationInstruction::getTargetActivityId)
                .collect(Collectors.toSet());
        return target.places().stream()
                .filter(id -> !known.contains(id))
                .map(target::label)
                .toList();
    }
}
