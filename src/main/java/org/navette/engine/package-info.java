/** The only module on top of Camunda's services: starts, correlates, deploys, projects milestones, guards tasks. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Engine",
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.navette.engine;
