package org.navette.partners;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.accounts.LoginTaken;
import org.navette.directory.Conventions;
import org.navette.directory.Organism;
import org.navette.directory.Structure;
import org.navette.directory.Structures;
import org.navette.partners.TechnicianIdentity.Field;
import org.navette.partners.TechnicianIdentity.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The technicians of a manager's structure (PART-21). Whatever takes or frees a place begins with the lock of the
 * structure's row, so that the last place is given once. Who is no manager, or asks for somebody else's technician, is
 * told that there is nothing.
 */
@Component
@Transactional
public class Technicians {

    private final Members members;
    private final Accounts accounts;
    private final Structures structures;
    private final Conventions conventions;
    private final Clock clock;

    Technicians(Members members, Accounts accounts, Structures structures, Conventions conventions, Clock clock) {
        this.members = members;
        this.accounts = accounts;
        this.structures = structures;
        this.conventions = conventions;
        this.clock = clock;
    }

    /**
     * What became of an account that was created or reactivated.
     *
     * @param attached the organisms that the technician works with
     * @param full those that had no room
     */
    public record Opened(Account account, List<Organism> attached, List<Organism> full) {}

    /** The structure's technicians and the room for more. */
    @Transactional(readOnly = true)
    public Team team(Desk manager) {
        return team(structure(manager));
    }

    /**
     * Creates an account, attaches it to the organisms that have room and mails its activation link.
     *
     * @throws Refused when the structure has as many active technicians as it may
     * @throws InvalidTechnician when a value cannot be taken
     */
    public Opened create(Desk manager, TechnicianIdentity identity) {
        Structure structure = lock(manager);
        Team team = team(structure.id());
        team.checkGrowth();
        check(identity, null, team);
        try {
            Account account = accounts.create(
                    PartnerRequest.ESPACE,
                    identity.email(),
                    identity.email(),
                    identity.firstName(),
                    identity.lastName());
            return open(new Member(account.id(), structure, Member.Role.TECHNICIAN), account, team);
        } catch (LoginTaken e) {
            throw taken();
        }
    }

    /**
     * Changes who a technician is. With a new address go the links that were mailed to the older one.
     *
     * @throws InvalidTechnician when a value cannot be taken
     */
    public Account edit(Desk manager, UUID id, TechnicianIdentity identity) {
        Team team = team(lock(manager).id());
        team.technician(id);
        check(identity, id, team);
        try {
            return accounts.edit(id, identity.email(), identity.email(), identity.firstName(), identity.lastName());
        } catch (LoginTaken e) {
            throw taken();
        }
    }

    /** Closes an account: its sessions end at once, its requests stay. Done already, it is left as it is. */
    public void deactivate(Desk manager, UUID id) {
        if (team(lock(manager).id()).technician(id).isActive()) {
            accounts.deactivate(id);
        }
    }

    /**
     * Opens an account again and attaches it to the organisms that have room now.
     *
     * @throws Refused when the structure has as many active technicians as it may, or the account is active
     */
    public Opened reactivate(Desk manager, UUID id) {
        Team team = team(lock(manager).id());
        Technician technician = team.technician(id);
        if (technician.isActive()) {
            throw new Refused(Refused.Reason.ALREADY_ACTIVE);
        }
        team.checkGrowth();
        accounts.reactivate(id);
        return open(members.find(id).orElseThrow(), technician.account(), team);
    }

    /**
     * Attaches an active technician to one more organism.
     *
     * @throws Refused when the organism has no room or the account is deactivated
     */
    public void attach(Desk manager, UUID id, String organism) {
        Team team = team(lock(manager).id());
        Technician technician = team.technician(id);
        Room room = team.openRoom(organism);
        if (technician.organisms().contains(organism)) {
            return;
        }
        if (!technician.isActive()) {
            throw new Refused(Refused.Reason.DEACTIVATED);
        }
        if (!room.isFree()) {
            throw new Refused(Refused.Reason.NO_ROOM);
        }
        members.find(id).orElseThrow().attachTo(organism);
    }

    private Opened open(Member member, Account account, Team team) {
        List<Room> rooms = team.roomsFor(member.organisms());
        member.attachOnlyTo(rooms.stream().map(room -> room.organism().code()).collect(Collectors.toSet()));
        members.save(member);
        return new Opened(
                account,
                rooms.stream().map(Room::organism).toList(),
                team.openRooms().stream()
                        .filter(room -> !room.isFree())
                        .map(Room::organism)
                        .toList());
    }

    private void check(TechnicianIdentity identity, @Nullable UUID id, Team team) {
        Map<Field, Problem> problems = identity.problems();
        if (!problems.containsKey(Field.EMAIL)) {
            accounts.find(PartnerRequest.ESPACE, identity.email())
                    .filter(holder -> !holder.id().equals(id))
                    .ifPresent(holder -> problems.put(Field.EMAIL, taken(holder, team)));
        }
        if (!problems.isEmpty()) {
            throw new InvalidTechnician(problems);
        }
    }

    /** Only about the structure's own technicians more is told than that the address is taken. */
    private static Problem taken(Account holder, Team team) {
        boolean here = team.technicians().stream()
                .anyMatch(technician -> technician.id().equals(holder.id()));
        if (!here) {
            return Problem.TAKEN;
        }
        return holder.active() ? Problem.TAKEN_HERE : Problem.TAKEN_BY_DEACTIVATED;
    }

    private static InvalidTechnician taken() {
        return new InvalidTechnician(Map.of(Field.EMAIL, Problem.TAKEN));
    }

    /** The technicians of a structure, for whoever has been let in. */
    Team team(UUID structure) {
        Map<UUID, Set<String>> organisms =
                members.technicians(structure).stream().collect(Collectors.toMap(Member::accountId, Member::organisms));
        List<Technician> technicians = accounts.findAll(organisms.keySet()).stream()
                .map(account -> new Technician(account, organisms.get(account.id())))
                .toList();
        return Team.of(technicians, conventions.of(structure), LocalDate.now(clock));
    }

    private Structure lock(Desk manager) {
        return structures.lock(structure(manager)).orElseThrow();
    }

    private static UUID structure(Desk desk) {
        if (!desk.isManager()) {
            throw new NoSuchElementException("technicians keep no accounts");
        }
        return desk.structure().id();
    }
}
