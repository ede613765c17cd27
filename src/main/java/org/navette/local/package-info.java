/**
 * What makes one machine enough to run Navette: an embedded PostgreSQL, a mailbox, demonstration data. Not part of the
 * production jar.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Local")
@org.jspecify.annotations.NullMarked
package org.navette.local;
