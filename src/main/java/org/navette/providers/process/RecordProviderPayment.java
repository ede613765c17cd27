package org.navette.providers.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.navette.engine.TaskAnswers;
import org.navette.providers.Transfers;
import org.springframework.stereotype.Component;

/** Writes the day on which the bank carried a run out. */
@Component("recordProviderPayment")
class RecordProviderPayment implements TaskListener {

    private static final List<String> FIELDS = List.of("executedOn");

    private final Transfers transfers;

    RecordProviderPayment(Transfers transfers) {
        this.transfers = transfers;
    }

    @Override
    public void notify(DelegateTask task) {
        transfers.execute(
                task.getExecution().getProcessBusinessKey(), task.getAssignee(), TaskAnswers.of(task, FIELDS));
    }
}
