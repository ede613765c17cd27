package org.navette.engine;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a task back to its group or hands it to a colleague: its assignee may, and a supervisor of the organism. */
@Component
public class TaskHandover {

    private final TaskService tasks;
    private final HeldTasks held;
    private final Agents agents;

    TaskHandover(@Lazy TaskService tasks, HeldTasks held, Agents agents) {
        this.tasks = tasks;
        this.held = held;
        this.agents = agents;
    }

    /**
     * Gives the task to somebody else.
     *
     * @param agent who asks
     * @param colleague who gets it, a member of its candidate group; null puts it back to the group
     * @throws TaskGone when the agent does not see such a task
     * @throws TaskRefused when the agent may not give it away, or the colleague may not have it
     */
    @Transactional
    public void give(String agent, String taskId, @Nullable String colleague) {
        agents.as(agent, () -> {
            Task task = held.hold(agent, taskId);
            if (!agent.equals(task.getAssignee()) && !supervises(agent, task)) {
                throw new TaskRefused(
                        "Seule la personne à qui la tâche est attribuée, ou un superviseur, peut la confier à quelqu'un d'autre.");
            }
            if (colleague != null && !isCandidate(colleague, taskId)) {
                throw new TaskRefused("Cette personne ne fait pas partie du groupe qui traite cette tâche.");
            }
            tasks.setAssignee(taskId, colleague);
            return null;
        });
    }

    private boolean supervises(String agent, Task task) {
        return task.getTenantId() != null && agents.isIn(agent, Agents.supervisorsOf(task.getTenantId()));
    }

    private boolean isCandidate(String login, String taskId) {
        List<String> candidates = tasks.getIdentityLinksForTask(taskId).stream()
                .filter(link -> org.camunda.bpm.engine.task.IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(org.camunda.bpm.engine.task.IdentityLink::getGroupId)
                .toList();
        return agents.groups(login).stream().anyMatch(candidates::contains);
    }
}
