package org.navette.providers;

/** A file cannot be read line by line, or was taken already; nothing was written. */
public final class BulkRefused extends RuntimeException {

    /** @param why in French, for who has sent it */
    BulkRefused(String why) {
        super(why);
    }

    /** Why, in French. */
    public String why() {
        return getMessage();
    }
}
