package org.navette.privacy.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.navette.privacy.Erasures;
import org.springframework.stereotype.Component;

/** {@code ${closeErasure}} of {@code person-erasure.bpmn}: the account, and the end. */
@Component
class CloseErasure implements JavaDelegate {

    private final Erasures erasures;

    CloseErasure(Erasures erasures) {
        this.erasures = erasures;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(PersonProcess.KEPT, erasures.close(execution.getProcessBusinessKey()));
    }
}
