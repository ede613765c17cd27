package org.navette.providers.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.navette.providers.Reimbursements;
import org.springframework.stereotype.Component;

/** {@code ${checkReimbursement}} of {@code reimbursement.bpmn}. */
@Component
class CheckReimbursement implements JavaDelegate {

    private final Reimbursements files;

    CheckReimbursement(Reimbursements files) {
        this.files = files;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(ReimbursementProcess.RETURNED, files.mustBeReturned(execution.getProcessBusinessKey()));
    }
}
