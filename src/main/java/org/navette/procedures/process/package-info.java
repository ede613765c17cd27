/** The espace's diagrams: their keys, messages, variables, listeners and delegates. */
@org.jspecify.annotations.NullMarked
package org.navette.procedures.process;
