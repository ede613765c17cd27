package org.navette.procedures.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.navette.engine.TaskAnswers;
import org.navette.procedures.Verifications;
import org.springframework.stereotype.Component;

/** Writes the agent's decision to the demand; it travels as transient variables and never rests in the engine. */
@Component("recordVerification")
class RecordVerification implements TaskListener {

    private static final List<String> FIELDS = List.of("outcome", "message", "explanation");

    private final Verifications verifications;

    RecordVerification(Verifications verifications) {
        this.verifications = verifications;
    }

    @Override
    public void notify(DelegateTask task) {
        Map<String, Object> answers = TaskAnswers.of(task, FIELDS);
        verifications.record(task.getExecution().getProcessBusinessKey(), task.getId(), task.getAssignee(), answers);
    }
}
