package org.navette.requests;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request about to be deposited.
 *
 * @param scope espace, organism and structure
 * @param authorId the account that deposits it
 * @param authorName as the history shows it
 * @param subject what it is about, as the history shows it
 * @param person the person concerned, as the history shows it
 */
public record NewRequest(Scope scope, UUID authorId, String authorName, String subject, @Nullable String person) {}
