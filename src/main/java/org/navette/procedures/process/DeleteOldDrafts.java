package org.navette.procedures.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.navette.procedures.OldDrafts;
import org.springframework.stereotype.Component;

/** One step of {@code procedure-drafts.bpmn}. */
@Component
class DeleteOldDrafts implements JavaDelegate {

    private final OldDrafts drafts;

    DeleteOldDrafts(OldDrafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        drafts.delete();
    }
}
