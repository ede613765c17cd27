package org.navette.privacy.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.navette.privacy.Exports;
import org.springframework.stereotype.Component;

/** {@code ${purgeExport}} of {@code person-export.bpmn}: what was made is there no longer. */
@Component
class PurgeExport implements JavaDelegate {

    private final Exports exports;

    PurgeExport(Exports exports) {
        this.exports = exports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        exports.purge(execution.getProcessBusinessKey());
    }
}
