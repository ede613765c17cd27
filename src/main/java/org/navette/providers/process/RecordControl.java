package org.navette.providers.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.navette.engine.TaskAnswers;
import org.navette.providers.MembershipInstructions;
import org.springframework.stereotype.Component;

/** Writes the decision of the control; what was typed never rests in the engine. */
@Component("recordControl")
class RecordControl implements TaskListener {

    private static final List<String> FIELDS = List.of("outcome", "ground");

    private final MembershipInstructions instructions;

    RecordControl(MembershipInstructions instructions) {
        this.instructions = instructions;
    }

    @Override
    public void notify(DelegateTask task) {
        instructions.decide(task.getExecution().getProcessBusinessKey(), TaskAnswers.of(task, FIELDS));
    }
}
