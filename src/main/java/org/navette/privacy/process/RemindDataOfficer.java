package org.navette.privacy.process;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.navette.privacy.Reminders;
import org.springframework.stereotype.Component;

/** {@code ${remindDataOfficer}} of exports and erasures: the day is the one that their open task has. */
@Component
class RemindDataOfficer implements JavaDelegate {

    private final Reminders reminders;

    RemindDataOfficer(Reminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = Objects.requireNonNull(execution.getProcessBusinessKey());
        execution
                .getProcessEngineServices()
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .list()
                .stream()
                .map(Task::getDueDate)
                .filter(Objects::nonNull)
                .forEach(due -> reminders.remind(number, due.toInstant()));
    }
}
