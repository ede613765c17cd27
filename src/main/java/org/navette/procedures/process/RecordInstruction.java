package org.navette.procedures.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.navette.engine.TaskAnswers;
import org.navette.procedures.Instructions;
import org.springframework.stereotype.Component;

/** Writes the agent's decision to the request; it travels as transient variables and never rests in the engine. */
@Component("recordInstruction")
class RecordInstruction implements TaskListener {

    private static final List<String> FIELDS =
            List.of("outcome", "steps", "documents", "remarks", "ground", "explanation", "billingNumber", "message");

    private final Instructions instructions;

    RecordInstruction(Instructions instructions) {
        this.instructions = instructions;
    }

    @Override
    public void notify(DelegateTask task) {
        Map<String, Object> answers = TaskAnswers.of(task, FIELDS);
        instructions.record(task.getExecution().getProcessBusinessKey(), task.getId(), task.getAssignee(), answers);
        task.getExecution().getProcessInstance().setVariable("agent", task.getAssignee());
    }
}
