package org.navette.providers;

import java.util.UUID;

/** Somebody signed in with the profile Prises en charge: what asks for it is closed to all others. */
public record PecAccount(ProviderAccount own) {

    /** The id of the establishment that everything is scoped to. */
    public UUID establishment() {
        return own.establishment().id();
    }
}
