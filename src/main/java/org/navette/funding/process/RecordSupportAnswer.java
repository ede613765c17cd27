package org.navette.funding.process;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.navette.funding.SupportRequests;
import org.springframework.stereotype.Component;

/** Writes the agent's answer to the request; it travels as a transient variable and never rests in the engine. */
@Component("recordSupportAnswer")
class RecordSupportAnswer implements TaskListener {

    private final SupportRequests requests;

    RecordSupportAnswer(SupportRequests requests) {
        this.requests = requests;
    }

    @Override
    public void notify(DelegateTask task) {
        requests.answer(
                task.getExecution().getProcessBusinessKey(),
                task.getAssignee(),
                Objects.toString(task.getVariable("answer"), ""));
    }
}
