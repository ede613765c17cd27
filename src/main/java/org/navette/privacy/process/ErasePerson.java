package org.navette.privacy.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.navette.privacy.Erasures;
import org.springframework.stereotype.Component;

/** {@code ${erasePerson}} of {@code person-erasure.bpmn}: some requests. */
@Component
class ErasePerson implements JavaDelegate {

    private final Erasures erasures;

    ErasePerson(Erasures erasures) {
        this.erasures = erasures;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(PersonProcess.MORE, erasures.next(execution.getProcessBusinessKey()));
    }
}
