package org.navette.engine;

/** Where a request stands, whatever its status is called: a closed set, so that pages need no Java for a new status. */
public enum Phase {
    WITH_US,
    WITH_PARTNER,
    RESOLVED,
    CLOSED,
    CANCELLED;

    /** True while somebody is waited for. */
    public boolean isOpen() {
        return this == WITH_US || this == WITH_PARTNER;
    }

    /** True when nothing can happen to the request any more. */
    public boolean isFinal() {
        return this == CLOSED || this == CANCELLED;
    }
}
