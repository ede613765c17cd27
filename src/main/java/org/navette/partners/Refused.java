package org.navette.partners;

/** The action is not possible, or not any more; nothing was changed. */
public class Refused extends RuntimeException {

    private final Reason reason;

    Refused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** Why; the page's words are in the messages, {@code partners.refused.<reason>}. */
    public Reason reason() {
        return reason;
    }

    /** Why an action is refused. */
    public enum Reason {
        READ_ONLY,
        UNKNOWN_OFFER,
        NUMBERS_EXHAUSTED,
        NOT_NEW_ANY_MORE,
        NOT_ANSWERED,
        EXCHANGE_NOT_OPEN,
        WAITING_FOR_ANSWER,
        NO_ROUND_LEFT,
        WINDOW_OVER,
        NOTHING_CHANGED,
        NO_CONVENTION,
        TOO_MANY_TECHNICIANS,
        NO_ROOM,
        ALREADY_ACTIVE,
        DEACTIVATED,
        MANAGER_ACTIVE,
        CONVENTION_OVER
    }
}
