package org.navette.partners.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.navette.partners.Answers;
import org.springframework.stereotype.Component;

/** Writes the agent's text to the request; it travels as a transient variable and never rests in the engine. */
@Component("recordAnswer")
class RecordAnswer implements TaskListener {

    private final Answers answers;

    RecordAnswer(Answers answers) {
        this.answers = answers;
    }

    @Override
    public void notify(DelegateTask task) {
        String number = task.getExecution().getProcessBusinessKey();
        answers.record(number, task.getId(), task.getAssignee(), (String) task.getVariable(PartnerProcess.ANSWER));
        // a task handed over to a colleague stays theirs in the rounds that follow
        task.getExecution().getProcessInstance().setVariable(PartnerProcess.AGENT, task.getAssignee());
    }
}
