package org.navette.funding;

/**
 * A document that goes with something that is asked for.
 *
 * @param code as it is kept with the file: {@code RIB}
 * @param label as people read it
 */
public record ExpectedDocument(String code, String label, boolean required) {}
