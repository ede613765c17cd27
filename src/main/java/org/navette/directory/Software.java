package org.navette.directory;

import java.time.LocalDate;
import java.util.Set;

/**
 * A software that the ANS has referenced for the Ségur.
 *
 * @param ansNumber its unique number, as the ANS writes it
 * @param type what it is: DUI, DPI, LGC…
 * @param dsr the set of requirements that it meets: {@code DSR-MDV-LGC-Va1}
 * @param wave 1 or 2
 * @param profiles what it was referenced for: {@code General}, {@code ProSanteConnect}…
 * @param effectiveOn from when orders count
 * @param deadline the last day for orders
 */
public record Software(
        String ansNumber,
        String name,
        String type,
        Couloir couloir,
        String dsr,
        int wave,
        Set<String> profiles,
        LocalDate effectiveOn,
        LocalDate deadline) {

    public Software {
        profiles = Set.copyOf(profiles);
    }

    /** True when the software was referenced for this profile. */
    public boolean has(String profile) {
        return profiles.contains(profile);
    }
}
