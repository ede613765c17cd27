/** The espace's pages. */
@org.jspecify.annotations.NullMarked
package org.navette.procedures.web;
