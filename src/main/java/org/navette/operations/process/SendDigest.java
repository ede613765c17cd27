package org.navette.operations.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.navette.operations.DailyDigest;
import org.springframework.stereotype.Component;

/** {@code ${sendDigest}} of {@code daily-digest.bpmn}. */
@Component
class SendDigest implements JavaDelegate {

    private final DailyDigest digest;

    SendDigest(DailyDigest digest) {
        this.digest = digest;
    }

    @Override
    public void execute(DelegateExecution execution) {
        digest.send();
    }
}
