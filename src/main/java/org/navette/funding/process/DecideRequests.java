package org.navette.funding.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.navette.funding.FundingDecisions;
import org.springframework.stereotype.Component;

/** {@code ${decideRequests}} of {@code funding-decision.bpmn}: some requests of the batch. */
@Component
class DecideRequests implements JavaDelegate {

    private final FundingDecisions decisions;

    DecideRequests(FundingDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(DecisionProcess.LEFT, decisions.next(execution.getProcessBusinessKey()));
    }
}
