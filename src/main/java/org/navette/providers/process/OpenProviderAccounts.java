package org.navette.providers.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.navette.providers.MembershipInstructions;
import org.springframework.stereotype.Component;

/** {@code ${openProviderAccounts}} of {@code membership.bpmn}. */
@Component
class OpenProviderAccounts implements JavaDelegate {

    private final MembershipInstructions instructions;

    OpenProviderAccounts(MembershipInstructions instructions) {
        this.instructions = instructions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        instructions.open(execution.getProcessBusinessKey());
    }
}
