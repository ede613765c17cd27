package org.navette.providers;

import org.jspecify.annotations.Nullable;

/**
 * Who answers for an establishment, as a membership has declared them.
 *
 * @param practitionerInpe nine digits; null when it was not declared
 * @param identity number of the identity or residence card; null in the public sector
 * @param email where passwords go
 * @param gsm ten digits
 */
public record Director(
        String lastName,
        String firstName,
        @Nullable String practitionerInpe,
        @Nullable String identity,
        String email,
        String gsm) {}
