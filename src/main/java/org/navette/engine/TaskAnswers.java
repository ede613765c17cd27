package org.navette.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** What was typed into a task's form, while the task is being completed: transient variables, gone afterwards. */
public final class TaskAnswers {

    private TaskAnswers() {}

    /** The answers to these fields; null for those that were left out. */
    public static Map<String, Object> of(DelegateTask task, List<String> fields) {
        Map<String, Object> answers = new HashMap<>();
        fields.forEach(field -> answers.put(field, task.getVariable(field)));
        return answers;
    }
}
