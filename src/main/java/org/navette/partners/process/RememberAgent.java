package org.navette.partners.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Whoever takes the request in charge gets the tasks that follow. */
@Component("rememberAgent")
class RememberAgent implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        task.getExecution().getProcessInstance().setVariable(PartnerProcess.AGENT, task.getAssignee());
    }
}
