package org.navette.portal;

/**
 * A way from Tasklist's bar to a page of ours; a bean of this type adds one for the members of a group.
 *
 * @param label as the bar shows it
 * @param href the page's path
 * @param group id of the engine's group
 */
public record BarEntry(String label, String href, String group) {}
