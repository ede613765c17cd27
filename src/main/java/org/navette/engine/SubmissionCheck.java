package org.navette.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks what an agent submits against the form of a task or of a start; implemented by the forms module. */
public interface SubmissionCheck {

    /**
     * Checks answers.
     *
     * @param form the form that was answered
     * @param businessKey what the task is about; null at a start, which is about nothing yet
     * @param answers as received
     * @return the clean answers: known fields only
     * @throws TaskRefused with a French message when the form does not have a field, or a value is wrong
     */
    Map<String, Object> check(DeployedForm form, @Nullable String businessKey, Map<String, Object> answers);
}
