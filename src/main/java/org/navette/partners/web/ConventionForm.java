package org.navette.partners.web;

import org.jspecify.annotations.Nullable;
import org.navette.partners.ConventionTyped;

/** A convention as the page sends it; every part can be missing or wrong. */
record ConventionForm(@Nullable String from, @Nullable String to, @Nullable String limit, @Nullable String replaces) {

    ConventionTyped convention() {
        return ConventionTyped.typed(from, to, limit, "true".equals(replaces));
    }
}
