package org.navette.providers;

import java.util.UUID;

/** Somebody signed in with a principal account, which manages the secondary ones of its profile: what asks for it is closed to all others. */
public record PrincipalAccount(ProviderAccount own) {

    /** The id of the establishment that everything is scoped to. */
    public UUID establishment() {
        return own.establishment().id();
    }
}
