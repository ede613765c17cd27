package org.navette.engine;

import java.util.Map;

/** Checks what an agent submits against the task's form; implemented by the forms module. */
public interface SubmissionCheck {

    /**
     * Checks answers.
     *
     * @param form the form of the task
     * @param businessKey what the task is about
     * @param answers as received
     * @return the clean answers: known fields only
     * @throws TaskRefused with a French message when the form does not have a field, or a value is wrong
     */
    Map<String, Object> check(DeployedForm form, String businessKey, Map<String, Object> answers);
}
