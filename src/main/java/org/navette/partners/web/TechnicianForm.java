package org.navette.partners.web;

import org.jspecify.annotations.Nullable;
import org.navette.partners.TechnicianIdentity;

/** A technician as the page sends them; every part can be missing or wrong. */
record TechnicianForm(@Nullable String lastName, @Nullable String firstName, @Nullable String email) {

    TechnicianIdentity identity() {
        return TechnicianIdentity.typed(lastName, firstName, email);
    }
}
