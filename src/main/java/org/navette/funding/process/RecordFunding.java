package org.navette.funding.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.navette.engine.TaskAnswers;
import org.navette.funding.FundingInstructions;
import org.springframework.stereotype.Component;

/** Writes the agent's decision to the request; it travels as transient variables and never rests in the engine. */
@Component("recordFunding")
class RecordFunding implements TaskListener {

    private static final List<String> FIELDS = List.of("outcome", "fields", "awaited", "ground");

    private final FundingInstructions instructions;

    RecordFunding(FundingInstructions instructions) {
        this.instructions = instructions;
    }

    @Override
    public void notify(DelegateTask task) {
        Map<String, Object> answers = TaskAnswers.of(task, FIELDS);
        instructions.record(task.getExecution().getProcessBusinessKey(), task.getId(), task.getAssignee(), answers);
        task.getExecution().getProcessInstance().setVariable("agent", task.getAssignee());
    }
}
