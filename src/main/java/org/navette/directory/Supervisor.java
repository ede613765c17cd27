package org.navette.directory;

/**
 * A supervisor at work for one of their organisms: what every page and action of supervisors is scoped to.
 *
 * @param login the engine's user
 * @param name first and last name, as colleagues read it
 */
public record Supervisor(String login, String name, Organism organism) {

    /** The organism's code. */
    public String code() {
        return organism.code();
    }
}
