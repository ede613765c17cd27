package org.navette.funding;

import org.navette.directory.Couloir;

/**
 * What a template can be for (FUND-22).
 *
 * @param couloir whose software it goes with
 * @param code as it is kept with the template: {@code MODELE_BDC_HOP}
 * @param label as people read it
 */
public record TemplateKind(Couloir couloir, String code, String label) {}
