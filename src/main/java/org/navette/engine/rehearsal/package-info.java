/**
 * A deployment is rehearsed before it is applied: what becomes of every running instance is counted, then the package is
 * deployed, instances are moved, and the way back is known.
 */
@org.jspecify.annotations.NullMarked
package org.navette.engine.rehearsal;
