package org.navette.partners;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.directory.Convention;
import org.navette.directory.Conventions;
import org.navette.directory.Journal;
import org.navette.directory.StructureDirectory;
import org.navette.directory.StructureDirectory.Listed;
import org.navette.directory.Supervisor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The structures that an organism has a convention with, as its supervisors see them (PART-25). */
@Component
@Transactional(readOnly = true)
public class Partnerships {

    /** Structures on a page. */
    public static final int PAGE = 25;

    private final StructureDirectory structures;
    private final Conventions conventions;
    private final ConventionAccess access;
    private final Technicians technicians;
    private final Members members;
    private final Accounts accounts;
    private final Journal journal;
    private final Clock clock;

    Partnerships(
            StructureDirectory structures,
            Conventions conventions,
            ConventionAccess access,
            Technicians technicians,
            Members members,
            Accounts accounts,
            Journal journal,
            Clock clock) {
        this.structures = structures;
        this.conventions = conventions;
        this.access = access;
        this.technicians = technicians;
        this.members = members;
        this.accounts = accounts;
        this.journal = journal;
        this.clock = clock;
    }

    /** The page of the journal where a structure's changes are told. */
    static String topic(UUID structure) {
        return "structure:" + structure;
    }

    /**
     * A structure and what binds it to the organism.
     *
     * @param conventions with the organism, the older first; at least one
     * @param access what they let the members do today
     */
    public record Partnership(Listed structure, List<Convention> conventions, Access access, LocalDate today) {

        /** Where a convention stands today. */
        public Convention.State state(Convention convention) {
            return convention.state(today);
        }

        /** True when a convention is in force or comes later. */
        public boolean isOpen() {
            return conventions.stream().anyMatch(one -> state(one) != Convention.State.OVER);
        }

        /** The convention that ends last. */
        public Convention last() {
            return conventions.get(conventions.size() - 1);
        }
    }

    /**
     * One page of structures.
     *
     * @param number from 1
     */
    public record Page(List<Partnership> rows, int number, boolean hasNext) {}

    /** A manager of a structure. */
    public record Manager(Account account) {

        public UUID id() {
            return account.id();
        }

        /** What the account can be used for. */
        public Technician.State state() {
            return new Technician(account, java.util.Set.of()).state();
        }
    }

    /**
     * The organism's structures by name.
     *
     * @param text in their name, or their number or SIRET; empty for all
     * @param page from 1
     */
    public Page page(Supervisor supervisor, String text, int page) {
        int number = Math.max(1, Math.min(page, 1_000));
        List<Listed> found = structures.withConvention(supervisor.code(), text, (number - 1) * PAGE, PAGE + 1);
        List<Listed> shown = found.stream().limit(PAGE).toList();
        Map<UUID, List<Convention>> own =
                conventions.between(shown.stream().map(Listed::id).toList(), supervisor.code()).stream()
                        .collect(Collectors.groupingBy(Convention::structureId));
        return new Page(
                shown.stream()
                        .map(structure -> partnership(structure, own.getOrDefault(structure.id(), List.of())))
                        .toList(),
                number,
                found.size() > PAGE);
    }

    /** @throws NoSuchElementException when the organism has no convention with such a structure */
    public Partnership get(Supervisor supervisor, UUID structure) {
        return partnership(structures.get(structure), conventions.between(structure, supervisor.code()));
    }

    /** How many technicians the structure may have with the organism, and has. */
    public Room room(Supervisor supervisor, UUID structure) {
        return technicians.team(structure).rooms().stream()
                .filter(room -> room.organism().code().equals(supervisor.code()))
                .findAny()
                .orElseThrow(() -> new NoSuchElementException("no convention with this structure"));
    }

    /** The structure's managers, the active ones first. */
    public List<Manager> managers(UUID structure) {
        return accounts
                .findAll(members.managers(structure).stream()
                        .map(Member::accountId)
                        .toList())
                .stream()
                .sorted(java.util.Comparator.comparing((Account account) -> !account.active()))
                .map(Manager::new)
                .toList();
    }

    /** The latest changes about a structure in the organism. */
    public List<Journal.Entry> changes(Supervisor supervisor, UUID structure) {
        return journal.latest(supervisor, topic(structure));
    }

    private Partnership partnership(Listed structure, List<Convention> own) {
        return access.today(own)
                .map(today -> new Partnership(structure, own, today, LocalDate.now(clock)))
                .orElseThrow(() -> new NoSuchElementException("no convention with this structure"));
    }
}
