/** The pages of the espace Ségur numérique. */
@org.jspecify.annotations.NullMarked
package org.navette.providers.web;
