package org.navette.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A company of the LPP field as the directory knows it. It holds birth dates: show it to people of this company and to
 * agents only.
 *
 * @param siren 9 digits
 * @param establishments by SIRET, the head office first
 * @param legalRepresentatives in the order in which they were given
 */
public record Company(
        UUID id,
        String siren,
        String name,
        List<Establishment> establishments,
        List<LegalRepresentative> legalRepresentatives) {

    public Company {
        establishments = List.copyOf(establishments);
        legalRepresentatives = List.copyOf(legalRepresentatives);
    }

    /** The establishment in which it has its seat. */
    public Optional<Establishment> headOffice() {
        return establishments.stream().filter(Establishment::headOffice).findFirst();
    }

    /** One of its establishments. */
    public Optional<Establishment> establishment(String siret) {
        return establishments.stream()
                .filter(establishment -> establishment.siret().equals(siret))
                .findFirst();
    }
}
