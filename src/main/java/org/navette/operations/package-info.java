/** What operators see: measures for Prometheus, states of health, the daily mail about what is broken. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Operations",
        allowedDependencies = {"engine", "files", "mail", "requests"})
@org.jspecify.annotations.NullMarked
package org.navette.operations;
