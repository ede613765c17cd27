package org.navette.partners;

import org.navette.directory.Organism;

/** An organism that a structure can choose, with its access today. */
public record Choice(Organism organism, Access access) {

    /** True when the organism stands out in the list. */
    public boolean isParticular() {
        return access.notice() != Access.Notice.NONE;
    }
}
