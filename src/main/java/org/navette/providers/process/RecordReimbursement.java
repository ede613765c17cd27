package org.navette.providers.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.navette.engine.TaskAnswers;
import org.navette.providers.Reimbursements;
import org.springframework.stereotype.Component;

/** Writes what an agent has decided on a file; what was typed never rests in the engine. */
@Component("recordReimbursement")
class RecordReimbursement implements TaskListener {

    private static final List<String> FIELDS = List.of("outcome", "approved", "observation", "reasons");

    private final Reimbursements files;

    RecordReimbursement(Reimbursements files) {
        this.files = files;
    }

    @Override
    public void notify(DelegateTask task) {
        files.decide(task.getExecution().getProcessBusinessKey(), TaskAnswers.of(task, FIELDS));
    }
}
