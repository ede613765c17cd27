package org.navette.providers.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.navette.providers.BulkReports;
import org.springframework.stereotype.Component;

/** {@code ${purgeImportReports}} of {@code provider-import-purge.bpmn}. */
@Component
class PurgeImportReports implements JavaDelegate {

    private final BulkReports reports;

    PurgeImportReports(BulkReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.purge();
    }
}
