/** Page shell: layout, navigation, security chains, errors, the form page. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Portal",
        allowedDependencies = {"engine", "accounts", "directory", "forms", "files", "requests"})
@org.jspecify.annotations.NullMarked
package org.navette.portal;
