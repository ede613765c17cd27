package org.navette.local;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One request of the demonstration and what became of it.
 *
 * @param structure whose request
 * @param author login of who deposits it
 * @param organism to whom
 * @param agent login of who answers
 * @param offer the form's id
 * @param answers to the form
 * @param hoursAgo when it was deposited
 * @param steps what happened then, each some hours after the one before
 */
record DemoStory(
        UUID structure,
        String author,
        String organism,
        String agent,
        String offer,
        Map<String, Object> answers,
        int hoursAgo,
        List<Step> steps) {

    /** What happened, and how many hours after the step before. */
    record Step(What what, int after, String text) {}

    /** What can happen to a request. */
    enum What {
        ATTACH,
        COMPLETE,
        CANCEL,
        TAKE,
        ANSWER,
        ANSWER_WITH_FILE,
        ASK,
        REPLY,
        WINDOW_ENDS
    }
}
