/** The pages of the espace Partenaires. */
@org.jspecify.annotations.NullMarked
package org.navette.partners.web;
