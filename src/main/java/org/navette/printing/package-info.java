/** Paper forms: a template and its values as PDF, in French and Arabic; knows no espace. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Printing",
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.navette.printing;
