package org.navette.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the data files say, checked.
 *
 * @param names of companies, by SIREN
 * @param establishments with their technical representatives, by SIRET
 * @param legalRepresentatives by SIREN
 * @param sha256 of the four files
 */
record CompanyData(
        Map<String, String> names,
        Map<String, Establishment> establishments,
        Map<String, List<LegalRepresentative>> legalRepresentatives,
        byte[] sha256) {

    CompanyData {
        names = new LinkedHashMap<>(names);
        establishments = new LinkedHashMap<>(establishments);
        legalRepresentatives = new LinkedHashMap<>(legalRepresentatives);
        sha256 = sha256.clone();
    }

    int legalCount() {
        return legalRepresentatives.values().stream().mapToInt(List::size).sum();
    }

    int technicalCount() {
        return establishments.values().stream()
                .mapToInt(establishment ->
                        establishment.technicalRepresentatives().size())
                .sum();
    }
}
