package org.navette.funding.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.navette.funding.ImportRun;
import org.springframework.stereotype.Component;

/** {@code ${importRequests}} of {@code funding-import.bpmn}: one batch. */
@Component
class ImportRequests implements JavaDelegate {

    private final ImportRun run;

    ImportRequests(ImportRun run) {
        this.run = run;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(ImportProcess.LEFT, run.next(ImportProcess.id(execution.getProcessBusinessKey())));
    }
}
