package org.navette.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A Moroccan care establishment of the CNSS's reference table.
 *
 * @param inpe nine digits
 * @param ice null where it is not known, or the sector is public
 * @param cnssId its number at the CNSS; null where it is not known
 * @param address empty where it is not known
 * @param city empty where it is not known
 */
public record CareEstablishment(
        UUID id,
        String inpe,
        Sector sector,
        String name,
        @Nullable String ice,
        @Nullable String cnssId,
        String address,
        String city) {

    /** Whose establishment it is. */
    public enum Sector {
        PRIVATE("Secteur privé"),
        PUBLIC("Secteur public");

        private final String label;

        Sector(String label) {
            this.label = label;
        }

        /** As people read it. */
        public String label() {
            return label;
        }
    }

    /** True for one of the public sector, which has no ICE. */
    public boolean isPublic() {
        return sector == Sector.PUBLIC;
    }
}
