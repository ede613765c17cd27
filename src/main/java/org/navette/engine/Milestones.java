package org.navette.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Reads the statuses that a diagram carries on its events (properties {@code status.code}, {@code status.phase},
 * {@code status.actions}, {@code status.mail}) and publishes each one that an instance passes. Also puts the
 * {@link TaskGuard} on every user task.
 */
class Milestones extends AbstractBpmnParseListener {

    private final ApplicationEventPublisher events;
    private final TaskListener guard;

    Milestones(ApplicationEventPublisher events, TaskListener guard) {
        this.events = events;
        this.guard = guard;
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl event) {
        publishAt(element, event);
    }

    @Override
    public void parseIntermediateThrowEvent(Element element, ScopeImpl scope, ActivityImpl event) {
        publishAt(element, event);
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl event) {
        publishAt(element, event);
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        for (String event : List.of(
                TaskListener.EVENTNAME_CREATE,
                TaskListener.EVENTNAME_ASSIGNMENT,
                TaskListener.EVENTNAME_COMPLETE,
                TaskListener.EVENTNAME_DELETE)) {
            task.addBuiltInTaskListener(event, guard);
        }
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        process.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) execution -> {
            if (((ExecutionEntity) execution).isCanceled() && execution.getProcessBusinessKey() != null) {
                events.publishEvent(new InstanceDeleted(execution.getProcessBusinessKey(), agent()));
            }
        });
    }

    private void publishAt(Element element, ActivityImpl event) {
        Map<String, String> properties = ModelProperties.of(element);
        if (!properties.containsKey("status.code")) {
            return;
        }
        Milestone milestone = Milestone.read(element.attribute("name"), properties);
        // outputs of the event (a deadline computed on the model) are there at its end
        event.addListener(
                ExecutionListener.EVENTNAME_END, (ExecutionListener) execution -> publish(milestone, execution));
    }

    private void publish(Milestone milestone, DelegateExecution execution) {
        events.publishEvent(new MilestoneReached(
                execution.getProcessInstanceId(),
                execution.getProcessBusinessKey(),
                milestone,
                agent(),
                new HashMap<>(execution.getVariables())));
    }

    private static @org.jspecify.annotations.Nullable String agent() {
        return Context.getCommandContext().getAuthenticatedUserId();
    }
}
