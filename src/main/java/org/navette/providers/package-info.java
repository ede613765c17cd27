/**
 * The portal of health professionals: Moroccan care establishments become members, look up rights, and follow prior
 * agreements, reimbursement files and payments.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Portail des professionnels de santé",
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
            "exports",
            "printing"
        })
@org.jspecify.annotations.NullMarked
package org.navette.providers;
