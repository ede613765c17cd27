package org.navette.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which version of a form a task shows: the one that was the latest when its instance started. Models say so themselves,
 * by {@code camunda:formRefVersion="${agentForms.version(task)}"}.
 */
@Component
@ModelBean
public class AgentForms {

    /** A variable such as {@code partner-request.answer:3 partner-request.take-in-charge:1}. */
    public static final String VERSIONS = "formVersions";

    private static final int MOST = 5_000;

    private final DeployedForms forms;
    private final JdbcClient jdbc;
    private final Map<String, Map<String, String>> noted = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, String>> eldest) {
            return size() > MOST;
        }
    };

    AgentForms(DeployedForms forms, JdbcClient jdbc) {
        this.forms = forms;
        this.jdbc = jdbc;
    }

    /** The version's number as text, as the engine asks for it; null when no such form is deployed. */
    public @Nullable String version(DelegateTask task) {
        String form = formOf(((TaskEntity) task).getTaskDefinition());
        if (form == null) {
            return null;
        }
        String atStart = atStart(task).get(form);
        // an instance older than the task's form, or than this rule
        return atStart != null
                ? atStart
                : forms.find(form)
                        .map(latest -> String.valueOf(latest.version()))
                        .orElse(null);
    }

    /** Lists ask for every task again, and what was noted at the start never changes. */
    private Map<String, String> atStart(DelegateTask task) {
        // an instance that moves to another version of its diagram takes up the forms of that day
        String key = task.getProcessInstanceId() + " " + task.getProcessDefinitionId();
        synchronized (noted) {
            Map<String, String> known = noted.get(key);
            if (known != null) {
                return known;
            }
        }
        // not by the task's variables: those load the execution, and when a cancellation removes them between the two
        // reads the engine takes it for changed, writes it and fails
        Map<String, String> versions = read(jdbc.sql("select text_ from act_ru_variable"
                        + " where proc_inst_id_ = :id and execution_id_ = :id and name_ = :name")
                .param("id", task.getProcessInstanceId())
                .param("name", VERSIONS)
                .query(String.class)
                .optional()
                .orElse(null));
        if (!versions.isEmpty()) {
            synchronized (noted) {
                noted.put(key, versions);
            }
        }
        return versions;
    }

    /** Notes the versions for an instance that starts. */
    void note(DelegateExecution instance) {
        String versions = latest((ProcessDefinitionEntity) ((ExecutionEntity) instance).getProcessDefinition());
        if (!versions.isEmpty()) {
            instance.setVariable(VERSIONS, versions);
        }
    }

    /** What would be noted for an instance that starts now; empty when its tasks have no form. */
    public String latest(ProcessDefinitionEntity definition) {
        Map<String, Integer> versions = new TreeMap<>();
        for (TaskDefinition task : definition.getTaskDefinitions().values()) {
            String form = formOf(task);
            if (form != null) {
                forms.find(form).ifPresent(latest -> versions.put(form, latest.version()));
            }
        }
        return versions.entrySet().stream()
                .map(form -> form.getKey() + ":" + form.getValue())
                .collect(Collectors.joining(" "));
    }

    private static @Nullable String formOf(TaskDefinition task) {
        Expression form = task.getCamundaFormDefinitionKey();
        return form == null || !form.isLiteralText() ? null : form.getExpressionText();
    }

    private static Map<String, String> read(@Nullable String versions) {
        Map<String, String> read = new TreeMap<>();
        for (String form : versions == null ? new String[0] : versions.split(" ")) {
            int colon = form.lastIndexOf(':');
            read.put(form.substring(0, colon), form.substring(colon + 1));
        }
        return read;
    }
}
