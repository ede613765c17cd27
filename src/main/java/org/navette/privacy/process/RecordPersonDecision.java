package org.navette.privacy.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.navette.engine.TaskAnswers;
import org.navette.privacy.Demands;
import org.springframework.stereotype.Component;

/** Writes the data officer's decision; what they typed travels as transient variables and never rests in the engine. */
@Component("recordPersonDecision")
class RecordPersonDecision implements TaskListener {

    private static final List<String> FIELDS = List.of("identity", "decision", "reason");

    private final Demands demands;

    RecordPersonDecision(Demands demands) {
        this.demands = demands;
    }

    @Override
    public void notify(DelegateTask task) {
        Map<String, Object> answers = TaskAnswers.of(task, FIELDS);
        boolean accepted = demands.decide(task.getExecution().getProcessBusinessKey(), answers);
        task.getExecution().setVariable(PersonProcess.ACCEPTED, accepted);
    }
}
