package org.navette.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Whoever takes the request in charge gets the tasks that follow. */
@Component("rememberAgent")
class RememberAgent implements TaskListener {

    /** The variable that models read as {@code ${agent}}. */
    static final String AGENT = "agent";

    @Override
    public void notify(DelegateTask task) {
        task.getExecution().getProcessInstance().setVariable(AGENT, task.getAssignee());
    }
}
