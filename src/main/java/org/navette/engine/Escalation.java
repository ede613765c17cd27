package org.navette.engine;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Opens an overdue task to the supervisors of its organism, who may then take it or hand it over; the agent keeps it
 * meanwhile. For the time-out of a user task (PART-17).
 */
@Component("escalation")
class Escalation implements TaskListener {

    private final ApplicationEventPublisher events;

    Escalation(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void notify(DelegateTask task) {
        String number = Objects.requireNonNull(task.getExecution().getProcessBusinessKey());
        events.publishEvent(new TaskActing(number, task.getId(), "escalation"));
        if (task.getTenantId() != null) {
            task.addCandidateGroup(Agents.supervisorsOf(task.getTenantId()));
        }
    }
}
