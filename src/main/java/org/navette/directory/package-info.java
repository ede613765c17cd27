/**
 * Organisms, structures, conventions and news, and the journal of what supervisors change in them; companies of the LPP
 * field, as data files and accepted requests make them.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Directory",
        allowedDependencies = {"engine"})
@org.jspecify.annotations.NullMarked
package org.navette.directory;
