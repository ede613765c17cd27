package org.navette.funding.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.navette.funding.FundingDecisions;
import org.springframework.stereotype.Component;

/** {@code ${openDecisions}} of {@code funding-decision-opening.bpmn}. */
@Component
class OpenDecisions implements JavaDelegate {

    private final FundingDecisions decisions;

    OpenDecisions(FundingDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        decisions.open();
    }
}
