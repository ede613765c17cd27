package org.navette.providers;

import java.util.UUID;

/** Somebody signed in with the profile Paiements: what asks for it is closed to all others. */
public record PaymentsAccount(ProviderAccount own) {

    /** The id of the establishment that everything is scoped to. */
    public UUID establishment() {
        return own.establishment().id();
    }
}
