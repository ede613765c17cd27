package org.navette.funding.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.navette.funding.PaymentRuns;
import org.springframework.stereotype.Component;

/** {@code ${openPayment}} of {@code funding-payment-opening.bpmn}. */
@Component
class OpenPayment implements JavaDelegate {

    private final PaymentRuns runs;

    OpenPayment(PaymentRuns runs) {
        this.runs = runs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        runs.open();
    }
}
