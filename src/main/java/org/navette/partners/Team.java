package org.navette.partners;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.navette.directory.Convention;

/**
 * The technicians of a structure and the room there is for more (PART-21).
 *
 * @param technicians the active ones first, then by name
 * @param rooms one for each organism that the structure has or had a convention with
 */
public record Team(List<Technician> technicians, List<Room> rooms) {

    static Team of(List<Technician> technicians, List<Convention> conventions, LocalDate today) {
        return new Team(
                technicians.stream()
                        .sorted(Comparator.comparing(technician -> !technician.isActive()))
                        .toList(),
                Room.of(conventions, technicians, today));
    }

    /** The organisms that technicians can be attached to. */
    public List<Room> openRooms() {
        return rooms.stream().filter(Room::open).toList();
    }

    /** How many accounts are active, with whatever organism. */
    public int active() {
        return (int) technicians.stream().filter(Technician::isActive).count();
    }

    /** How many accounts may be active: with several conventions the largest limit holds. */
    public int limit() {
        return openRooms().stream().mapToInt(Room::limit).max().orElse(0);
    }

    /** True when one more account can be created or reactivated. */
    public boolean canGrow() {
        return active() < limit();
    }

    /** The organisms that a technician works with or will, by name. */
    public List<Room> roomsOf(Technician technician) {
        return openRooms().stream()
                .filter(room -> technician.organisms().contains(room.organism().code()))
                .toList();
    }

    /**
     * Where a technician who becomes active is attached: to every organism that has room, also to one whose convention has
     * ended if they were attached to it before.
     */
    List<Room> roomsFor(Set<String> before) {
        return rooms.stream()
                .filter(Room::isFree)
                .filter(room -> room.open() || before.contains(room.organism().code()))
                .toList();
    }

    /** @throws Refused when no further account can be active */
    void checkGrowth() {
        if (openRooms().isEmpty()) {
            throw new Refused(Refused.Reason.NO_CONVENTION);
        }
        if (!canGrow()) {
            throw new Refused(Refused.Reason.TOO_MANY_TECHNICIANS);
        }
    }

    /** @throws NoSuchElementException when the structure has no such technician */
    public Technician technician(UUID id) {
        return technicians.stream()
                .filter(technician -> technician.id().equals(id))
                .findAny()
                .orElseThrow(() -> new NoSuchElementException("no such technician"));
    }

    /** @throws NoSuchElementException when technicians cannot be attached to such an organism */
    Room openRoom(String organism) {
        return openRooms().stream()
                .filter(room -> room.organism().code().equals(organism))
                .findAny()
                .orElseThrow(() -> new NoSuchElementException("no convention with this organism"));
    }
}
