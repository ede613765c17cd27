package org.navette.forms;

/**
 * One choice of a select, radio group, checklist or tag list.
 *
 * @param value the code that is stored
 * @param label what people read, in French
 */
public record Option(String value, String label) {}
