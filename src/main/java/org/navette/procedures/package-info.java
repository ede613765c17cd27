/**
 * The espace Vos démarches administratives: professionals of health products prepare requests step by step, correct them
 * when asked, and follow them.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Vos démarches administratives",
        allowedDependencies = {
            "engine",
            "accounts",
            "directory",
            "requests",
            "retention",
            "forms",
            "files",
            "mail",
            "portal",
            "exports"
        })
@org.jspecify.annotations.NullMarked
package org.navette.procedures;
