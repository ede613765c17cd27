package org.navette.funding;

/** A file cannot be imported as things stand. */
public final class ImportRefused extends RuntimeException {

    private final Reason reason;

    ImportRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** Why. */
    public enum Reason {
        /** the rules are not those of the simulation any more */
        RULES_CHANGED,
        /** it was simulated too long ago */
        TOO_OLD,
        /** nothing in it is good any more */
        NOTHING_GOOD,
        /** another import of the supplier is under way */
        ANOTHER
    }

    public Reason reason() {
        return reason;
    }
}
