package org.navette.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for the practice in an establishment.
 *
 * @param civility {@code MRS} or {@code MR}
 * @param qualification diploma or qualification
 * @param rpps see {@link Rpps}; null without one
 * @param adeli see {@link Adeli}; null without one
 */
public record TechnicalRepresentative(
        String civility,
        String lastName,
        String firstName,
        LocalDate birthDate,
        String qualification,
        @Nullable String rpps,
        @Nullable String adeli) {}
