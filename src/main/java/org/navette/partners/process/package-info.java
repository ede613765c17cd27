/** The espace's diagrams: their keys, messages, variables and listeners. */
@org.jspecify.annotations.NullMarked
package org.navette.partners.process;
