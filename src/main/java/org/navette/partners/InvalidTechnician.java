package org.navette.partners;

import java.util.Map;
import org.navette.partners.TechnicianIdentity.Field;
import org.navette.partners.TechnicianIdentity.Problem;

/** A technician cannot be who was typed; nothing was changed. */
public final class InvalidTechnician extends RuntimeException {

    private final transient Map<Field, Problem> problems;

    InvalidTechnician(Map<Field, Problem> problems) {
        super(problems.toString());
        this.problems = Map.copyOf(problems);
    }

    /** What is wrong with which field; never empty. */
    public Map<Field, Problem> problems() {
        return problems;
    }
}
