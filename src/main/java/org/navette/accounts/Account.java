package org.navette.accounts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who can sign in to one espace. What they may do there is the espace's own affair.
 *
 * @param espace the espace's code, {@code partners}
 * @param login unique in the espace, whatever its case
 * @param activatedAt when the person first set a password; null before
 * @param provisional true while its password is one that the person must replace before anything else
 */
public record Account(
        UUID id,
        String espace,
        String login,
        String email,
        String firstName,
        String lastName,
        boolean active,
        Instant createdAt,
        @Nullable Instant activatedAt,
        @Nullable Instant passwordChangedAt,
        @Nullable Instant lastLoginAt,
        boolean provisional) {

    /** First and last name, as shown in the banner. */
    public String displayName() {
        return firstName + " " + lastName;
    }
}
