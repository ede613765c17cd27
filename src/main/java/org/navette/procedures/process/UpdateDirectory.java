package org.navette.procedures.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.navette.procedures.DirectoryUpdate;
import org.springframework.stereotype.Component;

/** {@code ${updateDirectory}} of {@code procedure-request.bpmn}. */
@Component
class UpdateDirectory implements JavaDelegate {

    private final DirectoryUpdate update;

    UpdateDirectory(DirectoryUpdate update) {
        this.update = update;
    }

    @Override
    public void execute(DelegateExecution execution) {
        update.apply(execution.getProcessBusinessKey());
    }
}
