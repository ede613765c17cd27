/**
 * The espace Ségur numérique: suppliers of referenced software are enrolled, import requests for funding, and follow them
 * from validated to decided to paid.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Ségur numérique",
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
package org.navette.funding;
