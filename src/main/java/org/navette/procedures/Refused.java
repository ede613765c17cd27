package org.navette.procedures;

/** The action is not possible, or not any more; nothing was changed. */
public class Refused extends RuntimeException {

    private final Reason reason;

    Refused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** Why; the page's words are in the messages, {@code procedures.refused.<reason>}. */
    public Reason reason() {
        return reason;
    }

    /** Why an action is refused. */
    public enum Reason {
        NOT_RESPONSIBLE,
        UNKNOWN_KIND,
        LOCKED_STEP,
        TOO_MANY_PEOPLE,
        INCOMPLETE,
        ALREADY_SENT,
        NOT_ASKED,
        NOT_OVER,
        NUMBERS_EXHAUSTED,
        TOO_MANY_DRAFTS,
        ALREADY_ASKED,
        PROOF_MISSING,
        ALREADY_DECIDED,
        TOO_MANY_READERS,
        TOO_MANY_INVITATIONS,
        UNUSABLE
    }
}
