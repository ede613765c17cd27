/** Measures, in the profile {@code bench}: ratios within one run on one machine, and no verdict on any of them. */
@org.jspecify.annotations.NullMarked
package org.navette.bench;
