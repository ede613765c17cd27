package org.navette.engine.rehearsal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.navette.engine.rehearsal.Definitions.Definition;
import org.navette.engine.rehearsal.Report.FileReport;
import org.navette.engine.rehearsal.Report.Kind;
import org.navette.engine.rehearsal.Report.ProcessReport;
import org.navette.engine.rehearsal.Report.Verdict;
import org.navette.engine.rehearsal.Report.VersionReport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deploys a package in a transaction that is rolled back, and looks from there at every running instance. Others see
 * nothing of it; a deployment that comes meanwhile waits a moment.
 */
@Component
class DryRun {

    private final PackageDeployment deployment;
    private final Definitions definitions;
    private final Situations situations;
    private final Verdicts verdicts;
    private final DraftsAtRisk drafts;
    private final TransactionTemplate transaction;

    DryRun(
            PackageDeployment deployment,
            Definitions definitions,
            Situations situations,
            Verdicts verdicts,
            DraftsAtRisk drafts,
            PlatformTransactionManager transactions) {
        this.deployment = deployment;
        this.definitions = definitions;
        this.situations = situations;
        this.verdicts = verdicts;
        this.drafts = drafts;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Rehearses.
     *
     * @throws RefusedPackage when it could not be deployed, or changes nothing
     */
    Report run(ModelPackage sent) {
        Map<String, byte[]> changed = deployment.changed(sent);
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            String id = deployment.deploy(changed);
            try {
                return look(sent, definitions.deployed(id));
            } finally {
                deployment.forget(id);
            }
        }));
    }

    private Report look(ModelPackage sent, List<Definition> deployed) {
        Map<String, Map<List<String>, Verdict>> judged = new HashMap<>();
        List<ProcessReport> processes = deployed.stream()
                .filter(definition -> definition.kind() == Kind.PROCESS)
                .map(process -> process(process, judged))
                .toList();
        return new Report(
                sent.files().keySet().stream().map(file -> file(file, deployed)).toList(),
                processes,
                drafts.count(deployed, (instance, target) -> situations
                        .ofInstance(instance)
                        .map(situation -> judged.getOrDefault(situation.definitionId(), Map.of())
                                .get(situation.parts()))
                        .filter(Verdict.MOVE::equals)
                        .isPresent()));
    }

    private FileReport file(String file, List<Definition> deployed) {
        return deployed.stream()
                .filter(definition -> definition.file().equals(file))
                .findFirst()
                .map(definition -> new FileReport(
                        file,
                        definition.kind(),
                        definition.key(),
                        definitions.before(definition).map(Definition::version).orElse(null),
                        definition.version()))
                .orElseGet(() -> new FileReport(
                        file,
                        null,
                        null,
                        definitions.inForce(file).map(Definition::version).orElse(null),
                        null));
    }

    private ProcessReport process(Definition target, Map<String, Map<List<String>, Verdict>> judged) {
        Map<String, Definition> others =
                definitions.others(target).stream().collect(Collectors.toMap(Definition::id, definition -> definition));
        Map<String, List<Situation>> byVersion =
                situations.of(others.keySet()).stream().collect(Collectors.groupingBy(Situation::definitionId));
        List<VersionReport> versions = new ArrayList<>();
        Set<String> oneWay = new LinkedHashSet<>();
        Set<String> triggers = new LinkedHashSet<>();
        byVersion.forEach((id, found) -> {
            Comparison comparison = verdicts.compare(id, target.id());
            List<Verdicts.Judged> groups = found.stream()
                    .map(situation -> verdicts.judge(comparison, situation))
                    .toList();
            groups.forEach(group -> judged.computeIfAbsent(id, key -> new HashMap<>())
                    .put(group.situation().parts(), group.verdict()));
            versions.add(version(others.get(id).version(), groups));
            oneWay.addAll(comparison.newPlaces());
            triggers.addAll(comparison.triggers());
        });
        versions.sort((one, other) -> other.version() - one.version());
        return ProcessReport.of(
                target.key(), verdicts.title(target.id()), versions, List.copyOf(oneWay), List.copyOf(triggers));
    }

    /** Situations that look alike to people are told together. */
    private static VersionReport version(int version, List<Verdicts.Judged> groups) {
        Map<List<Object>, Report.GroupReport> alike = new java.util.LinkedHashMap<>();
        groups.stream()
                .map(Verdicts.Judged::group)
                .forEach(group -> alike.merge(
                        List.of(group.place(), group.verdict(), group.reasons()),
                        group,
                        (one, other) -> new Report.GroupReport(
                                one.place(), one.count() + other.count(), one.verdict(), one.reasons())));
        List<Report.GroupReport> told = alike.values().stream()
                .sorted((one, other) -> Long.compare(other.count(), one.count()))
                .toList();
        return new VersionReport(
                version, told.stream().mapToLong(Report.GroupReport::count).sum(), told);
    }
}
