package org.navette.engine.rehearsal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.navette.engine.AgentForms;
import org.navette.engine.FormSchemas;
import org.navette.engine.KeptDrafts;
import org.navette.engine.rehearsal.Definitions.Definition;
import org.navette.engine.rehearsal.Report.FormReport;
import org.navette.engine.rehearsal.Report.Kind;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Forms that come to need more. An agent's form stays with its instance until that moves to another version of the diagram;
 * the instance then takes up the forms of that day, and a kept draft may lack a field.
 */
@Component
class DraftsAtRisk {

    private final KeptDrafts drafts;
    private final FormSchemas schemas;
    private final Definitions definitions;
    private final ProcessEngineConfigurationImpl engine;
    private final JdbcClient jdbc;

    DraftsAtRisk(
            KeptDrafts drafts,
            FormSchemas schemas,
            Definitions definitions,
            @Lazy ProcessEngineConfigurationImpl engine,
            JdbcClient jdbc) {
        this.drafts = drafts;
        this.schemas = schemas;
        this.definitions = definitions;
        this.engine = engine;
        this.jdbc = jdbc;
    }

    /** A task with a draft. */
    private record Task(String id, String instance, String definition, String key, @Nullable String versions) {}

    /**
     * Counts, after the package was deployed.
     *
     * @param deployed what it holds
     * @param moves whether the instance (first) could move to the definition (second)
     */
    List<FormReport> count(List<Definition> deployed, BiPredicate<String, String> moves) {
        Map<String, Map<String, String>> gained = new LinkedHashMap<>();
        Map<String, Long> counts = new HashMap<>();
        deployed.stream()
                .filter(definition -> definition.kind() == Kind.FORM)
                .forEach(form -> gained.put(
                        form.key(),
                        gained(
                                definitions.before(form).map(this::required).orElseGet(() -> required(form)),
                                required(form))));
        Map<String, Definition> targets = new HashMap<>();
        deployed.stream()
                .filter(definition -> definition.kind() == Kind.PROCESS)
                .forEach(process -> targets.put(process.key(), process));
        Map<String, Set<String>> answered = drafts.answered();
        for (Task task : tasks(answered.keySet())) {
            Definition target = targets.get(task.definition().replaceFirst(":.*", ""));
            String form = target == null ? null : form(target.id(), task.key());
            if (form == null || !moves.test(task.instance(), target.id())) {
                continue;
            }
            Map<String, String> more = gained(requiredNow(task), required(latest(form)));
            more.keySet().removeAll(answered.get(task.id()));
            if (!more.isEmpty()) {
                counts.merge(form, 1L, Long::sum);
                gained.computeIfAbsent(form, id -> new LinkedHashMap<>()).putAll(more);
            }
        }
        Set<String> created = deployed.stream()
                .filter(each ->
                        each.kind() == Kind.FORM && definitions.before(each).isEmpty())
                .map(Definition::key)
                .collect(Collectors.toSet());
        List<FormReport> reports = new ArrayList<>();
        gained.forEach((form, labels) -> reports.add(new FormReport(
                form,
                created.contains(form),
                isOfAgents(form),
                List.copyOf(labels.values()),
                counts.getOrDefault(form, 0L))));
        return reports;
    }

    private List<Task> tasks(Set<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select t.id_ as id, t.proc_inst_id_ as instance, t.proc_def_id_ as definition,"
                                + " t.task_def_key_ as key, v.text_ as versions from act_ru_task t"
                                + " left join act_ru_variable v on v.execution_id_ = t.proc_inst_id_ and v.name_ = :name"
                                + " where t.id_ in (:ids)")
                        .param("ids", ids)
                        .param("name", AgentForms.VERSIONS)
                        .query(Task.class)
                        .list();
    }

    private Map<String, String> requiredNow(Task task) {
        String form = form(task.definition(), task.key());
        if (form == null) {
            return Map.of();
        }
        Optional<Definition> noted = Optional.ofNullable(task.versions()).stream()
                .flatMap(versions -> List.of(versions.split(" ")).stream())
                .filter(version -> version.startsWith(form + ":"))
                .map(version -> Integer.parseInt(version.substring(form.length() + 1)))
                .findFirst()
                .flatMap(version -> definitions.find(Kind.FORM, form, version));
        return required(noted.orElseGet(() -> latest(form)));
    }

    private Definition latest(String form) {
        return definitions.inForce(Kind.FORM, form).orElseThrow();
    }

    private @Nullable String form(String definition, String task) {
        var key = engine.getCommandExecutorTxRequired()
                .execute(context -> Optional.ofNullable(engine.getDeploymentCache()
                                .findDeployedProcessDefinitionById(definition)
                                .getTaskDefinitions()
                                .get(task))
                        .map(found -> found.getCamundaFormDefinitionKey())
                        .orElse(null));
        return key == null ? null : key.getExpressionText();
    }

    private Map<String, String> required(Definition form) {
        return schemas.required(new String(definitions.content(form), StandardCharsets.UTF_8));
    }

    private static Map<String, String> gained(Map<String, String> before, Map<String, String> after) {
        Map<String, String> gained = new LinkedHashMap<>(after);
        gained.keySet().removeAll(before.keySet());
        return gained;
    }

    /** House rule: an agents' form is called like its process and the task. */
    private boolean isOfAgents(String form) {
        return definitions
                .inForce(Kind.PROCESS, form.replaceFirst("\\.[^.]*$", ""))
                .isPresent();
    }
}
