package org.navette.providers.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.navette.engine.TaskAnswers;
import org.navette.providers.PriorAgreements;
import org.springframework.stereotype.Component;

/** Writes the medical control's decision, and when it is no longer valid; what was typed never rests in the engine. */
@Component("recordPriorAgreement")
class RecordPriorAgreement implements TaskListener {

    private static final List<String> FIELDS = List.of("outcome", "granted", "validUntil", "reasons");

    private final PriorAgreements agreements;

    RecordPriorAgreement(PriorAgreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public void notify(DelegateTask task) {
        Instant end = agreements.decide(task.getExecution().getProcessBusinessKey(), TaskAnswers.of(task, FIELDS));
        if (end != null) {
            task.getExecution().getProcessInstance().setVariable(PriorAgreementProcess.EXPIRES_AT, Date.from(end));
        }
    }
}
