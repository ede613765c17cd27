package org.navette.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an establishment, to help with typing. Texts that are not known are empty.
 *
 * @param companyName of the company that it belongs to
 * @param name its own sign
 * @param phone ten digits
 * @param known true from our directory, false from the remote register
 */
public record Suggestion(
        String siren,
        String companyName,
        String siret,
        boolean headOffice,
        String name,
        Establishment.Address address,
        String email,
        String phone,
        @Nullable LocalDate openedOn,
        boolean known) {}
