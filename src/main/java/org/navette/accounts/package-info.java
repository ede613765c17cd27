/** Who is signed in and for whom they act; registration, links, passwords, throttling. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Accounts",
        allowedDependencies = {"engine", "directory", "mail"})
@org.jspecify.annotations.NullMarked
package org.navette.accounts;
