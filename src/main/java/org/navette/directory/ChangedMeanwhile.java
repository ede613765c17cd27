package org.navette.directory;

/** A colleague changed or removed what was shown while it was being edited; nothing was overwritten. */
public final class ChangedMeanwhile extends RuntimeException {

    public ChangedMeanwhile() {
        super("changed since it was shown");
    }
}
