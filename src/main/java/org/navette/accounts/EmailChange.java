package org.navette.accounts;

import java.time.Instant;
import java.util.UUID;

/**
 * A new address that waits until the link mailed to it is followed.
 *
 * @param id another for each time a change is asked for
 * @param expiresAt from then on it is as if it had not been asked for
 */
public record EmailChange(UUID id, UUID accountId, String email, Instant expiresAt) {}
