package org.navette.funding.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.navette.funding.FundingInstructions;
import org.springframework.stereotype.Component;

/** {@code ${releaseFunding}} of {@code funding-request.bpmn}. */
@Component
class ReleaseFunding implements JavaDelegate {

    private final FundingInstructions instructions;

    ReleaseFunding(FundingInstructions instructions) {
        this.instructions = instructions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        instructions.release(execution.getProcessBusinessKey());
    }
}
