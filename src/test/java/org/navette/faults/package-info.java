/** Faults of nodes, networks, disks and servers, and what must be true after each of them. */
@org.jspecify.annotations.NullMarked
package org.navette.faults;
