package org.navette.funding.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.navette.funding.FundingDecisions;
import org.springframework.stereotype.Component;

/** {@code ${confirmValidation}} of {@code funding-request.bpmn}: the request waits for a decision from now on. */
@Component("confirmValidation")
class ConfirmValidation implements ExecutionListener {

    private final FundingDecisions decisions;

    ConfirmValidation(FundingDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void notify(DelegateExecution execution) {
        decisions.validated(execution.getProcessBusinessKey());
    }
}
