package org.navette.funding;

import java.util.Map;

/** What was typed cannot become the request; nothing was changed. */
public class InvalidModification extends RuntimeException {

    private final transient Map<String, String> errors;

    InvalidModification(Map<String, String> errors) {
        super(errors.keySet().toString());
        this.errors = Map.copyOf(errors);
    }

    /** What is wrong, in French, by the names of {@link ModifiablePart}; by the empty name what no field of the page can mend. */
    public Map<String, String> errors() {
        return errors;
    }
}
