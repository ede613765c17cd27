package org.navette.providers.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.navette.providers.BulkImports;
import org.springframework.stereotype.Component;

/** {@code ${registerLines}} of {@code provider-import.bpmn}: the next lines of a file. */
@Component
class RegisterLines implements JavaDelegate {

    private final BulkImports imports;

    RegisterLines(BulkImports imports) {
        this.imports = imports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = BulkImportProcess.id(execution.getProcessBusinessKey());
        execution.setVariable(BulkImportProcess.LEFT, imports.next(id));
    }
}
