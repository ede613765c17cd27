package org.navette.funding.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.navette.funding.AccountChangeInstructions;
import org.springframework.stereotype.Component;

/** {@code ${applyAccountChange}} of {@code bank-details-change.bpmn} and {@code contact-change.bpmn}. */
@Component
class ApplyAccountChange implements JavaDelegate {

    private final AccountChangeInstructions instructions;

    ApplyAccountChange(AccountChangeInstructions instructions) {
        this.instructions = instructions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        instructions.apply(execution.getProcessBusinessKey());
    }
}
