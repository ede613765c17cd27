package org.navette.providers.process;

import java.util.function.BiFunction;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.navette.directory.InvalidEntry;
import org.navette.engine.AgentStart;
import org.navette.providers.StartedForms;

/** What an agent has typed in a start form of Tasklist becomes a request; the process bears its number. */
abstract class Registration implements JavaDelegate {

    private final StartedForms forms;
    private final BiFunction<AgentStart, StartedForms, String> register;

    /** @param register makes the request of what was typed and returns its number */
    Registration(StartedForms forms, BiFunction<AgentStart, StartedForms, String> register) {
        this.forms = forms;
        this.register = register;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AgentStart start = AgentStart.of(execution).orElseThrow();
        try {
            execution.setProcessBusinessKey("registration-" + register.apply(start, forms));
        } catch (InvalidEntry e) {
            throw forms.refused(e);
        }
    }
}
