package org.navette.privacy.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.navette.privacy.Exports;
import org.springframework.stereotype.Component;

/** {@code ${exportPerson}} of {@code person-export.bpmn}: the next part of an export. */
@Component
class ExportPerson implements JavaDelegate {

    private final Exports exports;

    ExportPerson(Exports exports) {
        this.exports = exports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(PersonProcess.MORE, exports.next(execution.getProcessBusinessKey()));
    }
}
