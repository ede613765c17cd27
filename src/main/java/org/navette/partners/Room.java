package org.navette.partners;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.navette.directory.Convention;
import org.navette.directory.Organism;

/**
 * How many active technicians a structure may have with an organism, and has (PART-21).
 *
 * @param open true when a convention is in force or starts later
 * @param limit of the conventions in force the largest, else of those that start later, else of the last one
 * @param taken active technicians attached to the organism, whether or not they have activated their account
 */
public record Room(Organism organism, boolean open, int limit, int taken) {

    /** True when one more active technician can be attached. */
    public boolean isFree() {
        return taken < limit;
    }

    /** The organisms of a structure's conventions, in their order. */
    static List<Room> of(List<Convention> conventions, List<Technician> technicians, LocalDate today) {
        Map<String, List<Convention>> byOrganism = conventions.stream()
                .collect(Collectors.groupingBy(
                        convention -> convention.organism().code(), LinkedHashMap::new, Collectors.toList()));
        return byOrganism.values().stream()
                .map(list -> room(list, technicians, today))
                .toList();
    }

    private static Room room(List<Convention> conventions, List<Technician> technicians, LocalDate today) {
        Organism organism = conventions.get(0).organism();
        List<Convention> open =
                conventions.stream().filter(one -> !today.isAfter(one.endsOn())).toList();
        List<Convention> inForce =
                open.stream().filter(one -> !today.isBefore(one.startsOn())).toList();
        int limit = open.isEmpty()
                ? conventions.stream()
                        .max(Comparator.comparing(Convention::endsOn))
                        .orElseThrow()
                        .technicianLimit()
                : (inForce.isEmpty() ? open : inForce)
                        .stream().mapToInt(Convention::technicianLimit).max().orElseThrow();
        long taken = technicians.stream()
                .filter(technician ->
                        technician.isActive() && technician.organisms().contains(organism.code()))
                .count();
        return new Room(organism, !open.isEmpty(), limit, (int) taken);
    }
}
