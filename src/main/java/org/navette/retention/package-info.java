/** Keeps requests no longer than needed: announces their end, then erases what is personal in them. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Retention",
        allowedDependencies = {"engine", "accounts", "requests", "files", "mail"})
@org.jspecify.annotations.NullMarked
package org.navette.retention;
