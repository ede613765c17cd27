/** Checks answers against a deployed form and lays them out for reading. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Forms",
        allowedDependencies = {"engine", "directory"})
@org.jspecify.annotations.NullMarked
package org.navette.forms;
