package org.navette.funding.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.navette.funding.EnrolmentInstructions;
import org.springframework.stereotype.Component;

/** {@code ${openSupplier}} of {@code enrolment.bpmn}. */
@Component
class OpenSupplier implements JavaDelegate {

    private final EnrolmentInstructions instructions;

    OpenSupplier(EnrolmentInstructions instructions) {
        this.instructions = instructions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        instructions.open(execution.getProcessBusinessKey());
    }
}
