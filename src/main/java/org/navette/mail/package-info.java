/** Renders a template and sends it once; knows no espace. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Mail",
        allowedDependencies = {"engine"})
@org.jspecify.annotations.NullMarked
package org.navette.mail;
