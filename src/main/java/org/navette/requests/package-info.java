/** What every request has: number, status, timeline, thread; the list and detail read model. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Requests",
        allowedDependencies = {"engine", "accounts", "directory", "forms", "files", "mail"})
@org.jspecify.annotations.NullMarked
package org.navette.requests;
