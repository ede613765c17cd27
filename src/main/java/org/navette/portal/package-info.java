/** Page shell: layout, navigation, errors, the form page, and the door to whatever belongs to no espace. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Portal",
        allowedDependencies = {"engine", "accounts", "directory", "forms", "files", "requests"})
@org.jspecify.annotations.NullMarked
package org.navette.portal;
