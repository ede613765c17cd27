package org.navette.engine;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What agents do with tasks; the only door to completing one. What they type travels as transient variables: listeners
 * on the diagram write it to the request, nothing of it stays in the engine.
 */
@Component
@Transactional
public class Tasks {

    private final TaskService tasks;
    private final Agents agents;
    private final DeployedForms forms;
    private final Optional<SubmissionCheck> check;
    private final HeldTasks held;

    Tasks(
            @Lazy TaskService tasks,
            Agents agents,
            DeployedForms forms,
            Optional<SubmissionCheck> check,
            HeldTasks held) {
        this.tasks = tasks;
        this.agents = agents;
        this.forms = forms;
        this.check = check;
        this.held = held;
    }

    /**
     * Claims a task for an agent.
     *
     * @throws TaskGone when the agent does not see such a task
     * @throws TaskRefused when a colleague has it, or the agent is not in its candidate group
     */
    public void claim(String agent, String taskId) {
        as(agent, () -> {
            Task task = held.hold(agent, taskId);
            if (agent.equals(task.getAssignee())) {
                return;
            }
            if (task.getAssignee() != null) {
                throw new TaskRefused("Cette tâche est déjà prise en charge par un collègue.");
            }
            tasks.claim(taskId, agent);
        });
    }

    /** A task with its request's number, if the agent sees it. */
    @Transactional(readOnly = true)
    public Optional<AgentTask> find(String agent, String taskId) {
        AgentTask[] found = {null};
        as(agent, () -> {
            Task task =
                    tasks.createTaskQuery().taskId(taskId).initializeFormKeys().singleResult();
            if (task != null) {
                found[0] = agentTask(task);
            }
        });
        return Optional.ofNullable(found[0]);
    }

    /** The task of a request that is attributed to the agent, if there is one. */
    @Transactional(readOnly = true)
    public Optional<String> own(String agent, String businessKey) {
        String[] found = {null};
        as(agent, () -> tasks.createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskAssignee(agent)
                .listPage(0, 1)
                .forEach(task -> found[0] = task.getId()));
        return Optional.ofNullable(found[0]);
    }

    private AgentTask agentTask(Task task) {
        CamundaFormRef form = task.getCamundaFormRef();
        return new AgentTask(
                task.getId(),
                task.getName(),
                held.businessKey(task),
                task.getAssignee(),
                form == null ? null : forms.of(form).definitionId());
    }

    /** Those of these tasks that are still to be done, whoever asks. */
    @Transactional(readOnly = true)
    public Set<String> open(Set<String> ids) {
        return ids.isEmpty()
                ? Set.of()
                : tasks.createTaskQuery().taskIdIn(ids.toArray(String[]::new)).list().stream()
                        .map(Task::getId)
                        .collect(Collectors.toSet());
    }

    /**
     * Completes a task with the answers to its form.
     *
     * @throws TaskGone when the agent does not see such a task, or it has gone in the meantime
     * @throws TaskRefused when the agent is not its assignee, or an answer is wrong
     */
    public void submit(String agent, String taskId, Map<String, Object> answers) {
        as(agent, () -> {
            Task task = held.hold(agent, taskId);
            Map<String, Object> clean = checked(task, answers);
            VariableMap variables = Variables.createVariables();
            clean.forEach((name, value) -> variables.putValueTyped(name, Variables.untypedValue(value, true)));
            tasks.complete(taskId, variables);
        });
    }

    /**
     * Claims a task and completes it, both or neither: for tasks that ask nothing.
     *
     * @throws TaskGone when the agent does not see such a task
     * @throws TaskRefused when a colleague has it, or its form asks for something
     */
    public void takeAndSubmit(String agent, String taskId) {
        claim(agent, taskId);
        submit(agent, taskId, Map.of());
    }

    private Map<String, Object> checked(Task task, Map<String, Object> answers) {
        CamundaFormRef ref = task.getCamundaFormRef();
        if (ref == null) {
            if (!answers.isEmpty()) {
                throw new TaskRefused("Cette tâche n'a pas de formulaire : rien ne peut y être saisi.");
            }
            return Map.of();
        }
        return check.orElseThrow().check(forms.of(ref), held.businessKey(task), answers);
    }

    private void as(String agent, Runnable action) {
        agents.as(agent, () -> {
            action.run();
            return null;
        });
    }
}
