package org.navette.retention.process;

import java.util.function.Predicate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A step of a retention process: works for a while, and says whether there may be more. */
abstract class RetentionStep implements JavaDelegate {

    /** Variable: true while there may be more to do. */
    static final String MORE = "more";

    private final Predicate<String> work;

    RetentionStep(Predicate<String> work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String process = execution
                .getProcessEngineServices()
                .getRepositoryService()
                .getProcessDefinition(execution.getProcessDefinitionId())
                .getKey();
        execution.setVariable(MORE, work.test(process));
    }
}
