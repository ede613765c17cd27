package org.navette.providers.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.navette.engine.TaskAnswers;
import org.navette.providers.MembershipInstructions;
import org.springframework.stereotype.Component;

/** Writes that the signed form was received, or rejected; what was typed never rests in the engine. */
@Component("recordReception")
class RecordReception implements TaskListener {

    private static final List<String> FIELDS = List.of("outcome", "receivedOn", "agency", "identityCopy", "ground");

    private final MembershipInstructions instructions;

    RecordReception(MembershipInstructions instructions) {
        this.instructions = instructions;
    }

    @Override
    public void notify(DelegateTask task) {
        instructions.receive(task.getExecution().getProcessBusinessKey(), TaskAnswers.of(task, FIELDS));
    }
}
