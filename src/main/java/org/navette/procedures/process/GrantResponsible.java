package org.navette.procedures.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.navette.procedures.Verifications;
import org.springframework.stereotype.Component;

/** {@code ${grantResponsible}} of {@code procedure-responsible.bpmn}. */
@Component
class GrantResponsible implements JavaDelegate {

    private final Verifications verifications;

    GrantResponsible(Verifications verifications) {
        this.verifications = verifications;
    }

    @Override
    public void execute(DelegateExecution execution) {
        verifications.grant(execution.getProcessBusinessKey());
    }
}
