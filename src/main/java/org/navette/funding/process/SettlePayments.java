package org.navette.funding.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.navette.funding.PaymentRuns;
import org.springframework.stereotype.Component;

/** {@code ${settlePayments}} of {@code funding-payment.bpmn}: some payments of the run. */
@Component
class SettlePayments implements JavaDelegate {

    private final PaymentRuns runs;

    SettlePayments(PaymentRuns runs) {
        this.runs = runs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(DecisionProcess.LEFT, runs.next(execution.getProcessBusinessKey()));
    }
}
