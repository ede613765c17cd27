package org.navette.funding;

/** A request to the support that is not taken; the sentence is {@code funding.support.refused.<reason>}. */
public class SupportRefused extends RuntimeException {

    /** Why it is not taken. */
    public enum Reason {
        PROOF_MISSING,
        PROOF_WRONG,
        PROOF_EXPIRED,
        PROOF_USED,
        NUMBERS_EXHAUSTED
    }

    private final Reason reason;

    SupportRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
