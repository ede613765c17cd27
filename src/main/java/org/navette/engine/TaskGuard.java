package org.navette.engine;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Roles inside a process, on every user task: a grant on the definition would let anyone complete any task of it. Only
 * a member of the candidate group can be assigned; only the assignee can complete, and the request's row is locked
 * before anything else.
 */
class TaskGuard implements TaskListener {

    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final ObjectProvider<Absences> absences;

    TaskGuard(ApplicationEventPublisher events, JdbcClient jdbc, ObjectProvider<Absences> absences) {
        this.events = events;
        this.jdbc = jdbc;
        this.absences = absences;
    }

    @Override
    public void notify(DelegateTask task) {
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> backToGroupWhenGone(task);
            case EVENTNAME_ASSIGNMENT -> assigneeIsCandidate(task);
            case EVENTNAME_COMPLETE -> {
                completedByAssignee(task);
                events.publishEvent(new TaskEnded(task.getId()));
            }
            case EVENTNAME_DELETE -> events.publishEvent(new TaskEnded(task.getId()));
            default -> throw new IllegalStateException(task.getEventName());
        }
    }

    /** The agent named by the model may have left the organism since, or be away: the task then waits for the group. */
    private void backToGroupWhenGone(DelegateTask task) {
        String agent = task.getAssignee();
        if (agent != null && (!isCandidate(task, agent) || isAway(agent))) {
            task.setAssignee(null);
        }
    }

    /** Who acts at this moment is there, whatever was declared. */
    private boolean isAway(String agent) {
        return !agent.equals(authenticated()) && absences.getObject().isAway(agent);
    }

    private void assigneeIsCandidate(DelegateTask task) {
        String assignee = task.getAssignee();
        if (assignee != null && !isCandidate(task, assignee)) {
            throw new TaskRefused("Cette personne ne fait pas partie du groupe qui traite cette tâche.");
        }
    }

    private void completedByAssignee(DelegateTask task) {
        String agent = authenticated();
        if (agent == null || !agent.equals(task.getAssignee())) {
            throw new TaskRefused("Seule la personne à qui la tâche est attribuée peut la terminer.");
        }
        String businessKey = task.getExecution().getProcessBusinessKey();
        events.publishEvent(new TaskActing(Objects.requireNonNull(businessKey), task.getId(), agent));
        // whoever held the row before us may have moved the request on
        if (!exists(task)) {
            throw new TaskGone();
        }
    }

    private boolean exists(DelegateTask task) {
        return jdbc.sql("select count(*) from act_ru_task where id_ = ?")
                        .param(task.getId())
                        .query(Long.class)
                        .single()
                == 1;
    }

    private boolean isCandidate(DelegateTask task, String user) {
        Set<String> candidates = task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return !candidates.isEmpty()
                && jdbc.sql("select count(*) from act_id_membership where user_id_ = :user and group_id_ in (:groups)")
                                .param("user", user)
                                .param("groups", candidates)
                                .query(Long.class)
                                .single()
                        > 0;
    }

    private static @org.jspecify.annotations.Nullable String authenticated() {
        return Context.getCommandContext().getAuthenticatedUserId();
    }
}
