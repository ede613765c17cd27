package org.navette.partners;

/**
 * An offer of an organism (ODS).
 *
 * @param id the form's id
 * @param title as the organism calls it
 * @param introduction what it is for
 */
public record Offer(String id, String title, String introduction) {}
