package org.navette.portal;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the supervisors' menu; a bean of this type adds one.
 *
 * @param label as the menu shows it
 * @param path the last part of the address, e.g. {@code actualites}
 * @param position from left to right
 * @param ofOneOrganism true when the address names the organism before it
 * @param only code of the one organism that has it; null when all have it
 */
public record SupervisorSection(String label, String path, int position, boolean ofOneOrganism, @Nullable String only) {

    /** A section that each organism has. */
    public SupervisorSection(String label, String path, int position) {
        this(label, path, position, true, null);
    }

    /** A section that one organism alone has: its page is about what no other does. */
    public static SupervisorSection of(String organism, String label, String path, int position) {
        return new SupervisorSection(label, path, position, true, organism);
    }

    /** A section that is one for all the organisms of a supervisor. */
    static SupervisorSection ofAllOrganisms(String label, String path, int position) {
        return new SupervisorSection(label, path, position, false, null);
    }

    boolean isFor(String organism) {
        return only == null || only.equals(organism);
    }

    String href(String organism) {
        return SupervisorPage.ROOT + (ofOneOrganism ? "/" + organism + "/" : "/") + path;
    }
}
