/**
 * The espace Partenaires: professionals of structures with a convention file requests for insured persons and follow
 * them.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Espace Partenaires",
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
package org.navette.partners;
