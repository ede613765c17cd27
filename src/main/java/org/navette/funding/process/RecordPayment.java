package org.navette.funding.process;

import java.util.Collections;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.navette.funding.PaymentRuns;
import org.springframework.stereotype.Component;

/** Writes the day of execution to the run. */
@Component("recordPayment")
class RecordPayment implements TaskListener {

    private static final String DAY = "executedOn";

    private final PaymentRuns runs;

    RecordPayment(PaymentRuns runs) {
        this.runs = runs;
    }

    @Override
    public void notify(DelegateTask task) {
        runs.record(
                task.getExecution().getProcessBusinessKey(),
                task.getAssignee(),
                Collections.singletonMap(DAY, task.getVariable(DAY)));
    }
}
