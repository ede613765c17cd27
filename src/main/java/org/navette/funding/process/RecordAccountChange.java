package org.navette.funding.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.navette.engine.TaskAnswers;
import org.navette.funding.AccountChangeInstructions;
import org.springframework.stereotype.Component;

/** Writes the agent's decision to the change; it travels as transient variables and never rests in the engine. */
@Component("recordAccountChange")
class RecordAccountChange implements TaskListener {

    private static final List<String> FIELDS = List.of("outcome", "ground");

    private final AccountChangeInstructions instructions;

    RecordAccountChange(AccountChangeInstructions instructions) {
        this.instructions = instructions;
    }

    @Override
    public void notify(DelegateTask task) {
        Map<String, Object> answers = TaskAnswers.of(task, FIELDS);
        instructions.record(task.getExecution().getProcessBusinessKey(), task.getAssignee(), answers);
    }
}
