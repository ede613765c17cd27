package org.navette.procedures;

import org.jspecify.annotations.Nullable;
import org.navette.procedures.Kind.Effect;

/**
 * What a request of the espace has of its own.
 *
 * @param id the request's
 * @param kind code of the kind
 * @param effect what its acceptance changes, as the table said when it was sent
 * @param asked what is to be corrected; null when nothing is
 * @param round how many times corrections were asked for
 * @param outcome what the agent decided, for mails and pages; null before
 * @param billingNumber given with the acceptance of a first installation
 */
public record ProcedureRequest(
        long id,
        String kind,
        Effect effect,
        Content content,
        @Nullable Asked asked,
        int round,
        @Nullable Outcome outcome,
        @Nullable String billingNumber) {

    /**
     * What an agent decided.
     *
     * @param ground of a refusal, as people read it; empty otherwise
     * @param text what the agent wrote; may be empty
     */
    public record Outcome(String decision, String ground, String text) {}
}
