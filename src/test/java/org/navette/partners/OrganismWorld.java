package org.navette.partners;

import java.util.Map;
import org.navette.directory.Organism;
import org.navette.directory.Organisms;

/** The organisms of {@link PartnerWorld}, made when they are first asked for. */
final class OrganismWorld {

    private static final Map<String, String> NAMES = Map.of(
            "331", "CPAM GIRONDE",
            "623", "CPAM COTE D'OPALE",
            "471", "CPAM LOT ET GARONNE",
            "241", "CPAM DORDOGNE",
            "401", "CPAM LANDES",
            "641", "CPAM BAYONNE",
            "171", "CPAM CHARENTE-MARITIME");

    private final Organisms organisms;

    OrganismWorld(Organisms organisms) {
        this.organisms = organisms;
    }

    Organism of(String code) {
        return organisms.findById(code).orElseGet(() -> organisms.save(new Organism(code, NAMES.get(code))));
    }
}
