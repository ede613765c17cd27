package org.navette.providers.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.navette.directory.InvalidEntry;
import org.navette.engine.AgentStart;
import org.navette.providers.PriorAgreements;
import org.navette.providers.StartedForms;
import org.springframework.stereotype.Component;

/** {@code ${registerPriorAgreement}} of {@code prior-agreement-registration.bpmn}: what an agent has typed in Tasklist. */
@Component
class RegisterPriorAgreement implements JavaDelegate {

    private final PriorAgreements agreements;
    private final StartedForms forms;

    RegisterPriorAgreement(PriorAgreements agreements, StartedForms forms) {
        this.agreements = agreements;
        this.forms = forms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AgentStart start = AgentStart.of(execution).orElseThrow();
        try {
            execution.setProcessBusinessKey(
                    "registration-" + agreements.register(start.agent(), forms.priorAgreement(start.answers())));
        } catch (InvalidEntry e) {
            throw forms.refused(e);
        }
    }
}
