package org.navette.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a task back to its group or hands it to a colleague: its assignee may, and a supervisor of the organism. */
@Component
public class TaskHandover {

    /** Characters that a reason may have. */
    public static final int LONGEST_REASON = 500;

    private final TaskService tasks;
    private final HeldTasks held;
    private final Agents agents;
    private final ApplicationEventPublisher events;

    TaskHandover(@Lazy TaskService tasks, HeldTasks held, Agents agents, ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.held = held;
        this.agents = agents;
        this.events = events;
    }

    /**
     * Gives the task to somebody else.
     *
     * @param agent who asks
     * @param colleague who gets it, a member of its candidate group; null puts it back to the group
     * @param reason why, at most {@value #LONGEST_REASON} characters; null when it was not asked
     * @throws TaskGone when the agent does not see such a task
     * @throws TaskRefused when the agent may not give it away, or the colleague may not have it
     */
    @Transactional
    public void give(String agent, String taskId, @Nullable String colleague, @Nullable String reason) {
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new TaskRefused("Le motif compte " + LONGEST_REASON + " caractères au plus.");
        }
        agents.as(agent, () -> {
            Task task = held.hold(agent, taskId);
            if (!mayGive(agent, task)) {
                throw new TaskRefused(
                        "Seule la personne à qui la tâche est attribuée, ou un superviseur, peut la confier à quelqu'un d'autre.");
            }
            if (colleague != null
                    && agents.members(candidateGroups(taskId)).stream()
                            .noneMatch(person -> person.login().equals(colleague))) {
                throw new TaskRefused("Cette personne ne fait pas partie du groupe qui traite cette tâche.");
            }
            if (!Objects.equals(colleague, task.getAssignee())) {
                tasks.setAssignee(taskId, colleague);
                events.publishEvent(
                        new TaskHandedOver(held.businessKey(task), task.getName(), agent, colleague, reason));
            }
            return null;
        });
    }

    /**
     * Who else could have the task.
     *
     * @return the other members of its group, by last name; nothing when the agent may not give the task away
     */
    @Transactional(readOnly = true)
    public Optional<List<Agents.Person>> choices(String agent, String taskId) {
        Task task =
                agents.as(agent, () -> tasks.createTaskQuery().taskId(taskId).singleResult());
        if (task == null || !mayGive(agent, task)) {
            return Optional.empty();
        }
        return Optional.of(agents.members(candidateGroups(taskId)).stream()
                .filter(person -> !person.login().equals(task.getAssignee()))
                .toList());
    }

    private boolean mayGive(String agent, Task task) {
        return agent.equals(task.getAssignee())
                || task.getTenantId() != null && agents.isIn(agent, Agents.supervisorsOf(task.getTenantId()));
    }

    private List<String> candidateGroups(String taskId) {
        return tasks.getIdentityLinksForTask(taskId).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .toList();
    }
}
