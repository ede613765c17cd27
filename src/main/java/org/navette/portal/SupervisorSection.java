package org.navette.portal;

/**
 * An entry of the supervisors' menu; a bean of this type adds one.
 *
 * @param label as the menu shows it
 * @param path the last part of the address, e.g. {@code actualites}
 * @param position from left to right
 */
public record SupervisorSection(String label, String path, int position) {}
