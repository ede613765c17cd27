/** What the diagrams of exports and erasures call. */
@org.jspecify.annotations.NullMarked
package org.navette.privacy.process;
