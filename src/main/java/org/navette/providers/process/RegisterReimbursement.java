package org.navette.providers.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.navette.directory.InvalidEntry;
import org.navette.engine.AgentStart;
import org.navette.providers.Reimbursements;
import org.navette.providers.StartedForms;
import org.springframework.stereotype.Component;

/** {@code ${registerReimbursement}} of {@code reimbursement-registration.bpmn}: what an agent has typed in Tasklist. */
@Component
class RegisterReimbursement implements JavaDelegate {

    private final Reimbursements files;
    private final StartedForms forms;

    RegisterReimbursement(Reimbursements files, StartedForms forms) {
        this.files = files;
        this.forms = forms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AgentStart start = AgentStart.of(execution).orElseThrow();
        try {
            execution.setProcessBusinessKey(
                    "registration-" + files.register(start.agent(), forms.reimbursement(start.answers())));
        } catch (InvalidEntry e) {
            throw forms.refused(e);
        }
    }
}
