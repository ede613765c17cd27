package org.navette.providers.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.navette.providers.Transfers;
import org.springframework.stereotype.Component;

/** {@code ${settleReimbursements}} of {@code provider-payment.bpmn}. */
@Component
class SettleReimbursements implements JavaDelegate {

    private final Transfers transfers;

    SettleReimbursements(Transfers transfers) {
        this.transfers = transfers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(ProviderPaymentProcess.LEFT, transfers.settle(execution.getProcessBusinessKey()));
    }
}
