package org.navette.funding.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.navette.engine.TaskAnswers;
import org.navette.funding.FundingDecisions;
import org.springframework.stereotype.Component;

/** Writes the supervisor's choice to the batch; it travels as transient variables and never rests in the engine. */
@Component("recordDecision")
class RecordDecision implements TaskListener {

    private static final List<String> FIELDS = List.of("choice", "setAside");

    private final FundingDecisions decisions;

    RecordDecision(FundingDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void notify(DelegateTask task) {
        Map<String, Object> answers = TaskAnswers.of(task, FIELDS);
        decisions.record(task.getExecution().getProcessBusinessKey(), task.getAssignee(), answers);
    }
}
