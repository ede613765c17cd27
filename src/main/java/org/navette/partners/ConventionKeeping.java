package org.navette.partners;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.navette.directory.ChangedMeanwhile;
import org.navette.directory.Convention;
import org.navette.directory.Conventions;
import org.navette.directory.InvalidEntry;
import org.navette.directory.Journal;
import org.navette.directory.Siret;
import org.navette.directory.StructureDirectory;
import org.navette.directory.Structures;
import org.navette.directory.Supervisor;
import org.navette.directory.TypedText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The conventions of an organism as its supervisors make, renew and end them (PART-25). Everything begins with the lock of
 * the structure's row, so that no two conventions of a structure with an organism ever cover the same day.
 */
@Component
@Transactional
public class ConventionKeeping {

    private static final int LONGEST_NAME = 150;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH);

    private final StructureDirectory directory;
    private final Structures structures;
    private final Conventions conventions;
    private final Technicians technicians;
    private final Journal journal;
    private final Clock clock;

    ConventionKeeping(
            StructureDirectory directory,
            Structures structures,
            Conventions conventions,
            Technicians technicians,
            Journal journal,
            Clock clock) {
        this.directory = directory;
        this.structures = structures;
        this.conventions = conventions;
        this.technicians = technicians;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Registers a structure with its first convention; sent twice, the second changes nothing.
     *
     * @param key of the form that was filled, and the structure's id
     * @param siret may be empty
     * @throws InvalidEntry when a value cannot be taken, or the structure is there already
     */
    public void register(Supervisor supervisor, UUID key, String name, String siret, ConventionTyped typed) {
        String cleanName =
                Normalizer.normalize(name, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
        String plain = Siret.plain(siret);
        Map<String, String> problems = new HashMap<>(typed.period().problems());
        problems.putAll(limitProblems(typed, 0));
        if (cleanName.isEmpty()) {
            problems.put("name", "MISSING");
        } else if (cleanName.length() > LONGEST_NAME) {
            problems.put("name", "TOO_LONG");
        } else if (!TypedText.isLine(cleanName)) {
            problems.put("name", "INVALID");
        }
        if (!plain.isEmpty() && !Siret.isValid(plain)) {
            problems.put("siret", "INVALID");
        }
        refuse(problems);
        directory.register(key, cleanName, plain);
        add(supervisor, key, typed);
    }

    /**
     * Makes a structure's first convention with the organism, or renews it: the new one follows the last, or takes the
     * place of the one that covers its first day, which then ends the day before. The limit of technicians stays as it was.
     * Sent twice, the second changes nothing.
     *
     * @throws InvalidEntry when a value cannot be taken, or another convention covers one of the days
     * @throws NoSuchElementException when there is no such structure
     */
    public void add(Supervisor supervisor, UUID structure, ConventionTyped typed) {
        lock(structure);
        List<Convention> present = conventions.between(structure, supervisor.code());
        Map<String, String> problems = typed.period().problems();
        if (present.isEmpty()) {
            problems.putAll(limitProblems(typed, 0));
        }
        if (!problems.containsKey("to") && typed.period().lastDay().isBefore(LocalDate.now(clock))) {
            problems.put("to", "PAST");
        }
        refuse(problems);
        LocalDate from = typed.period().firstDay();
        LocalDate to = typed.period().lastDay();
        if (present.stream()
                .anyMatch(one -> one.startsOn().equals(from) && one.endsOn().equals(to))) {
            return;
        }
        String replaced = makeRoom(present, from, to, typed.replaces());
        conventions.save(new Convention(
                UUID.randomUUID(),
                structure,
                supervisor.organism(),
                from,
                to,
                present.isEmpty()
                        ? ConventionTyped.limit(typed.limit()).orElseThrow()
                        : technicians.team(structure).rooms().stream()
                                .filter(room -> room.organism().code().equals(supervisor.code()))
                                .findAny()
                                .orElseThrow()
                                .limit()));
        write(
                supervisor,
                structure,
                "Convention %s, %s%s".formatted(present.isEmpty() ? "créée" : "renouvelée", days(from, to), replaced));
    }

    /** Ends the day before the one convention that a new one replaces. */
    private static String makeRoom(List<Convention> present, LocalDate from, LocalDate to, boolean replaces) {
        List<Convention> covered =
                present.stream().filter(one -> one.overlaps(from, to)).toList();
        if (covered.isEmpty()) {
            return "";
        }
        Convention before = covered.get(0);
        if (covered.size() > 1 || !before.startsOn().isBefore(from)) {
            throw new InvalidEntry(Map.of("from", "OVERLAPS_LATER"));
        }
        if (!replaces) {
            throw new InvalidEntry(Map.of("from", "OVERLAPS"));
        }
        before.reschedule(before.startsOn(), from.minusDays(1));
        return " ; la précédente se termine le " + DAY.format(before.endsOn());
    }

    /**
     * Changes the days of a convention: its end, and its start while it is to come. A convention can end yesterday at the
     * earliest: what partners were told until then stays true.
     *
     * @param seen the days that were shown, as {@link #seen(Convention)} gives them
     * @throws InvalidEntry when a value cannot be taken, or another convention covers one of the days
     * @throws ChangedMeanwhile when a colleague was faster
     * @throws NoSuchElementException when the organism has no such convention with the structure
     */
    public void reschedule(Supervisor supervisor, UUID structure, UUID convention, String seen, ConventionTyped typed) {
        lock(structure);
        List<Convention> present = conventions.between(structure, supervisor.code());
        Convention changed = present.stream()
                .filter(one -> one.id().equals(convention))
                .findAny()
                .orElseThrow(() -> new NoSuchElementException("no such convention"));
        LocalDate today = LocalDate.now(clock);
        boolean hasBegun = changed.state(today) != Convention.State.COMING;
        ConventionTyped wanted =
                hasBegun ? new ConventionTyped(changed.startsOn().toString(), typed.to(), "", false) : typed;
        Map<String, String> problems = wanted.period().problems();
        refuse(problems);
        LocalDate from = wanted.period().firstDay();
        LocalDate to = wanted.period().lastDay();
        if (from.equals(changed.startsOn()) && to.equals(changed.endsOn())) {
            return;
        }
        if (!seen.equals(seen(changed))) {
            throw new ChangedMeanwhile();
        }
        if (!hasBegun && from.isBefore(today)) {
            problems.put("from", "PAST");
        }
        if (to.isBefore(today.minusDays(1))) {
            problems.put("to", "PAST");
        }
        if (present.stream().anyMatch(one -> one != changed && one.overlaps(from, to))) {
            problems.put(hasBegun ? "to" : "from", "OVERLAPS_OTHER");
        }
        refuse(problems);
        String before = days(changed.startsOn(), changed.endsOn());
        changed.reschedule(from, to);
        write(supervisor, structure, "Convention déplacée : %s, auparavant %s".formatted(days(from, to), before));
    }

    /** What a page shows of a convention's days, to tell whether they have changed since. */
    public static String seen(Convention convention) {
        return convention.startsOn() + "/" + convention.endsOn();
    }

    /**
     * Changes how many active technicians the structure may have with the organism, never below those there are.
     *
     * @throws InvalidEntry when the number cannot be taken, or no convention is in force or to come
     * @throws NoSuchElementException when the organism has no convention with the structure
     */
    public void limit(Supervisor supervisor, UUID structure, String typed) {
        lock(structure);
        List<Convention> present = conventions.between(structure, supervisor.code());
        Room room = technicians.team(structure).rooms().stream()
                .filter(one -> one.organism().code().equals(supervisor.code()))
                .findAny()
                .orElseThrow(() -> new NoSuchElementException("no convention with this structure"));
        if (!room.open()) {
            throw new InvalidEntry(Map.of("limit", "OVER"));
        }
        refuse(limitProblems(ConventionTyped.typed(null, null, typed, null), room.taken()));
        int limit = ConventionTyped.limit(typed).orElseThrow();
        LocalDate today = LocalDate.now(clock);
        List<Convention> open = present.stream()
                .filter(one -> one.state(today) != Convention.State.OVER)
                .toList();
        if (open.stream().allMatch(one -> one.technicianLimit() == limit)) {
            return;
        }
        open.forEach(one -> one.limitTechnicians(limit));
        write(
                supervisor,
                structure,
                "Nombre maximum de techniciens : %d, auparavant %d".formatted(limit, room.limit()));
    }

    private static Map<String, String> limitProblems(ConventionTyped typed, int taken) {
        if (typed.limit().isEmpty()) {
            return Map.of("limit", "MISSING");
        }
        var limit = ConventionTyped.limit(typed.limit());
        if (limit.isEmpty()) {
            return Map.of("limit", "INVALID");
        }
        return limit.getAsInt() < taken ? Map.of("limit", "TOO_LOW") : Map.of();
    }

    private static void refuse(Map<String, String> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidEntry(problems);
        }
    }

    private void lock(UUID structure) {
        structures.lock(structure).orElseThrow(() -> new NoSuchElementException("no such structure"));
    }

    private void write(Supervisor supervisor, UUID structure, String text) {
        journal.write(supervisor, Partnerships.topic(structure), text);
    }

    private static String days(LocalDate from, LocalDate to) {
        return "du %s au %s".formatted(DAY.format(from), DAY.format(to));
    }
}
