package org.navette.funding;

/** The action is not possible, or not any more; nothing was changed. */
public class Refused extends RuntimeException {

    private final Reason reason;

    Refused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** Why; the page's words are in the messages, {@code funding.refused.<reason>}. */
    public Reason reason() {
        return reason;
    }

    /** Why an action is refused. */
    public enum Reason {
        /** somebody enrols this software, or has enrolled it */
        NUMBER_TAKEN,
        /** the company is enrolled: it signs in and asks from inside */
        ALREADY_ENROLLED,
        DOCUMENT_MISSING,
        NOT_AWAITED,
        /** the page is older than what the agency awaits now */
        OUTDATED,
        /** there is no file whose import could be validated */
        NOTHING_IMPORTED,
        /** a file of the list was deleted meanwhile */
        FILE_GONE,
        /** one change at a time: an agent has not decided on the last one */
        CHANGE_PENDING,
        NUMBERS_EXHAUSTED
    }
}
