package org.navette.engine;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.jspecify.annotations.Nullable;

/**
 * The time-outs of a task as its diagram declares them, which cannot be taken out. The engine's migration takes out each
 * one that it has matched, from the parsed diagram itself: all tasks that begin later on this node would have no time-out
 * (camunda-bpm-platform issue 4637, in 7.24 as well). What stays it does not create anew: an equal one of the source
 * counts as fired.
 */
final class LastingTimeouts extends HashMap<String, TimerDeclarationImpl> {

    private LastingTimeouts(Map<String, TimerDeclarationImpl> declared) {
        super(declared);
    }

    static void keep(ActivityImpl task) {
        Map<String, Map<String, TimerDeclarationImpl>> kept = new HashMap<>();
        var declared = task.getProperties().get(BpmnProperties.TIMEOUT_LISTENER_DECLARATIONS);
        if (declared != null && !declared.isEmpty()) {
            declared.forEach((activity, timeouts) -> kept.put(activity, new LastingTimeouts(timeouts)));
            task.getProperties().set(BpmnProperties.TIMEOUT_LISTENER_DECLARATIONS, kept);
        }
    }

    @Override
    public @Nullable TimerDeclarationImpl remove(Object listener) {
        return get(listener);
    }
}
