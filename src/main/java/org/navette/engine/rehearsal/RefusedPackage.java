package org.navette.engine.rehearsal;

import java.util.List;

/** A package that cannot be rehearsed or applied; the reasons are French sentences for the process owner. */
public final class RefusedPackage extends RuntimeException {

    private final List<String> reasons;

    RefusedPackage(List<String> reasons) {
        super(String.join("\n", reasons));
        this.reasons = List.copyOf(reasons);
    }

    /** Why, one sentence for each file or change. */
    public List<String> reasons() {
        return reasons;
    }
}
