package org.navette.portal;

/**
 * An entry of the supervisors' menu; a bean of this type adds one.
 *
 * @param label as the menu shows it
 * @param path the last part of the address, e.g. {@code actualites}
 * @param position from left to right
 * @param ofOneOrganism true when the address names the organism before it
 */
public record SupervisorSection(String label, String path, int position, boolean ofOneOrganism) {

    /** A section that each organism has. */
    public SupervisorSection(String label, String path, int position) {
        this(label, path, position, true);
    }

    /** A section that is one for all the organisms of a supervisor. */
    static SupervisorSection ofAllOrganisms(String label, String path, int position) {
        return new SupervisorSection(label, path, position, false);
    }

    String href(String organism) {
        return SupervisorPage.ROOT + (ofOneOrganism ? "/" + organism + "/" : "/") + path;
    }
}
