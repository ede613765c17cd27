/** The data officer's work: what is kept and until when, and what persons may ask for (COMM-05). */
@org.springframework.modulith.ApplicationModule(
        displayName = "Privacy",
        allowedDependencies = {
            "engine",
            "accounts",
            "directory",
            "requests",
            "retention",
            "forms",
            "files",
            "mail",
            "portal"
        })
@org.jspecify.annotations.NullMarked
package org.navette.privacy;
