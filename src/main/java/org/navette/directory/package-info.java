/** Organisms, structures and conventions. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Directory",
        allowedDependencies = {"engine"})
@org.jspecify.annotations.NullMarked
package org.navette.directory;
