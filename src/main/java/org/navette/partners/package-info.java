/** The espace of partners: requests for persons they accompany, filed with an organism and followed. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Partners",
        allowedDependencies = {"engine", "accounts", "directory", "forms", "files", "mail", "requests", "portal"})
@org.jspecify.annotations.NullMarked
package org.navette.partners;
