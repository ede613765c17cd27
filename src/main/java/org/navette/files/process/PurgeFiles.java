package org.navette.files.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.navette.files.FilePurge;
import org.springframework.stereotype.Component;

/** {@code ${purgeFiles}} of {@code file-purge.bpmn}. */
@Component
class PurgeFiles implements JavaDelegate {

    private final FilePurge purge;

    PurgeFiles(FilePurge purge) {
        this.purge = purge;
    }

    @Override
    public void execute(DelegateExecution execution) {
        purge.run();
    }
}
