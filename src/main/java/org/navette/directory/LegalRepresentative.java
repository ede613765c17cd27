package org.navette.directory;

import java.time.LocalDate;

/**
 * Who binds a company by their signature.
 *
 * @param civility {@code MRS} or {@code MR}
 * @param quality manager, chair… as it is written in French
 * @param phone ten digits or empty
 */
public record LegalRepresentative(
        String civility,
        String lastName,
        String firstName,
        LocalDate birthDate,
        String quality,
        String email,
        String phone) {

    /** True for the same person, without regard to case, accents, hyphens, apostrophes and spaces. */
    boolean is(String lastName, String firstName, LocalDate birthDate) {
        return this.birthDate.equals(birthDate)
                && PersonName.same(this.lastName, lastName)
                && PersonName.same(this.firstName, firstName);
    }
}
