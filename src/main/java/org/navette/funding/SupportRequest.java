package org.navette.funding;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote to the support (FUND-03). The request with the same id has its number and status.
 *
 * @param supplier who was signed in; null when nobody was
 * @param name of the person, as typed
 * @param email where the answer goes
 * @param form the version of the form that was answered
 * @param answer the agent's; null before
 */
record SupportRequest(
        long id,
        @Nullable UUID supplier,
        String name,
        String email,
        String form,
        Map<String, Object> answers,
        @Nullable String answer) {

    /** What these requests are filed under: a register of their own beside the suppliers' requests. */
    static final String ESPACE = "funding-support";

    /** What was answered to a text field; empty for one that was left out. */
    String text(String field) {
        return Objects.toString(answers.get(field), "");
    }
}
