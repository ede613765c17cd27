package org.navette.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Keeps who has done an earlier step of a process from doing this one too. */
class FourEyes implements TaskListener {

    private final String variable;

    /** @param variable that holds the login of who has done the earlier step */
    FourEyes(String variable) {
        this.variable = variable;
    }

    @Override
    public void notify(DelegateTask task) {
        if (task.getAssignee() == null || !task.getAssignee().equals(task.getVariable(variable))) {
            return;
        }
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            task.setAssignee(null);
        } else {
            throw new TaskRefused("Cette étape revient à une autre personne que celle qui a fait la précédente.");
        }
    }
}
