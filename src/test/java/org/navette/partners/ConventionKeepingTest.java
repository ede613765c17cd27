package org.navette.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.NavetteTest;
import org.navette.accounts.Account;
import org.navette.directory.ChangedMeanwhile;
import org.navette.directory.Convention;
import org.navette.directory.Conventions;
import org.navette.directory.InvalidEntry;
import org.navette.directory.Journal;
import org.navette.directory.Structure;
import org.navette.directory.StructureDirectory;
import org.navette.directory.Supervisor;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("PART-25 The conventions of an organism")
class ConventionKeepingTest {

    private static final String SIRET = "73282932000074";

    @Autowired
    PartnerWorld world;

    @Autowired
    ConventionKeeping keeping;

    @Autowired
    Partnerships partnerships;

    @Autowired
    Conventions conventions;

    @Autowired
    StructureDirectory directory;

    @Autowired
    Technicians technicians;

    @Autowired
    Desks desks;

    @Autowired
    Clock clock;

    private Supervisor supervisor;
    private Supervisor stranger;
    private Structure structure;
    private LocalDate today;

    @BeforeEach
    void structure() {
        supervisor = world.supervisorOf("331");
        stranger = world.supervisorOf("623");
        structure = world.structure();
        today = LocalDate.now(clock);
    }

    private ConventionTyped typed(int from, int to, String limit, boolean replaces) {
        return new ConventionTyped(
                today.plusDays(from).toString(), today.plusDays(to).toString(), limit, replaces);
    }

    private ConventionTyped typed(int from, int to) {
        return typed(from, to, "", false);
    }

    /** "from..to" in days from today. */
    private List<String> days() {
        return conventions.between(structure.id(), "331").stream()
                .map(one -> today.until(one.startsOn(), java.time.temporal.ChronoUnit.DAYS) + ".."
                        + today.until(one.endsOn(), java.time.temporal.ChronoUnit.DAYS))
                .toList();
    }

    private void assertRefused(ThrowingCallable call, String field, String problem) {
        assertThatThrownBy(call).isInstanceOfSatisfying(InvalidEntry.class, e -> assertThat(e.problems())
                .isEqualTo(Map.of(field, problem)));
    }

    @Test
    @DisplayName("PART-25 a new convention opens the access of the structure's manager, from its first day")
    void opens() {
        Account manager = world.member(structure, Member.Role.MANAGER);
        assertThat(desks.at(manager, "331")).isEmpty();
        keeping.add(supervisor, structure.id(), typed(0, 100, "3", false));
        assertThat(desks.at(manager, "331")).isPresent();
        assertThat(partnerships.get(supervisor, structure.id()).access().level())
                .isEqualTo(Access.Level.FULL);
        keeping.reschedule(
                supervisor,
                structure.id(),
                conventions.between(structure.id(), "331").get(0).id(),
                today + "/" + today.plusDays(100),
                typed(0, 10));
        assertThat(partnerships.get(supervisor, structure.id()).access().notice())
                .isEqualTo(Access.Notice.ENDS_SOON);
    }

    @Test
    @DisplayName("PART-25 a renewal follows, or replaces from a day on, and never shares a day with another convention")
    void renewal() {
        world.convention(structure, "331", -100, 50, 4);
        assertRefused(() -> keeping.add(supervisor, structure.id(), typed(50, 100)), "from", "OVERLAPS");
        keeping.add(supervisor, structure.id(), typed(51, 100));
        assertThat(days()).containsExactly("-100..50", "51..100");
        assertRefused(() -> keeping.add(supervisor, structure.id(), typed(10, 60, "", true)), "from", "OVERLAPS_LATER");
        keeping.add(supervisor, structure.id(), typed(10, 30, "", true));
        assertThat(days()).containsExactly("-100..9", "10..30", "51..100");
        assertThat(conventions.between(structure.id(), "331"))
                .as("the limit stays")
                .allMatch(convention -> convention.technicianLimit() == 4);
        assertThat(partnerships.changes(supervisor, structure.id()).stream().map(Journal.Entry::text))
                .hasSize(2)
                .first()
                .asString()
                .contains("renouvelée", "la précédente se termine le");
    }

    @Test
    @DisplayName("PART-25 days that make no convention are refused, field by field")
    void invalidDays() {
        assertRefused(() -> keeping.add(supervisor, structure.id(), typed(0, -1, "3", false)), "to", "BEFORE_START");
        assertRefused(() -> keeping.add(supervisor, structure.id(), typed(-9, -1, "3", false)), "to", "PAST");
        assertRefused(() -> keeping.add(supervisor, structure.id(), typed(0, 9, "", false)), "limit", "MISSING");
        assertRefused(() -> keeping.add(supervisor, structure.id(), typed(0, 9, "-1", false)), "limit", "INVALID");
        assertRefused(() -> keeping.add(supervisor, structure.id(), typed(0, 9, "501", false)), "limit", "INVALID");
        assertRefused(
                () -> keeping.add(supervisor, structure.id(), new ConventionTyped("", "2030-01-01", "3", false)),
                "from",
                "MISSING");
        assertThat(days()).isEmpty();
    }

    @Test
    @DisplayName("PART-25 the end can be moved, to yesterday at the earliest; the start only while it is to come")
    void move() {
        world.convention(structure, "331", -100, 50, 4);
        world.convention(structure, "331", 60, 90, 4);
        List<Convention> present = conventions.between(structure.id(), "331");
        Convention running = present.get(0);
        Convention coming = present.get(1);
        String seen = ConventionKeeping.seen(running);
        assertRefused(
                () -> keeping.reschedule(supervisor, structure.id(), running.id(), seen, typed(-100, -2)),
                "to",
                "PAST");
        assertRefused(
                () -> keeping.reschedule(supervisor, structure.id(), running.id(), seen, typed(-100, 60)),
                "to",
                "OVERLAPS_OTHER");
        assertRefused(
                () -> keeping.reschedule(
                        supervisor, structure.id(), coming.id(), ConventionKeeping.seen(coming), typed(40, 90)),
                "from",
                "OVERLAPS_OTHER");
        keeping.reschedule(supervisor, structure.id(), coming.id(), ConventionKeeping.seen(coming), typed(55, 80));
        // the start of what has begun stays, whatever is sent
        keeping.reschedule(supervisor, structure.id(), running.id(), seen, typed(-5, -1));
        assertThat(days()).containsExactly("-100..-1", "55..80");
        assertThatThrownBy(() -> keeping.reschedule(supervisor, structure.id(), running.id(), seen, typed(-5, 20)))
                .isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    @DisplayName("PART-21 PART-25 the limit holds for the manager, and never goes below the technicians there are")
    void limit() {
        world.convention(structure, "331", -100, 50, 1);
        world.convention(structure, "331", 51, 90, 1);
        world.member(structure, Member.Role.TECHNICIAN);
        Desk manager = world.desk(world.member(structure, Member.Role.MANAGER), "331");
        assertThat(technicians.team(manager).canGrow()).isFalse();
        keeping.limit(supervisor, structure.id(), " 2 ");
        assertThat(technicians.team(manager).canGrow()).isTrue();
        assertThat(conventions.between(structure.id(), "331"))
                .allMatch(convention -> convention.technicianLimit() == 2);
        assertRefused(() -> keeping.limit(supervisor, structure.id(), "0"), "limit", "TOO_LOW");
        assertRefused(() -> keeping.limit(supervisor, structure.id(), "beaucoup"), "limit", "INVALID");
        assertRefused(() -> keeping.limit(supervisor, structure.id(), ""), "limit", "MISSING");
        keeping.limit(supervisor, structure.id(), "2");
        assertThat(partnerships.changes(supervisor, structure.id()).stream().map(Journal.Entry::text))
                .containsExactly("Nombre maximum de techniciens : 2, auparavant 1");
        Structure over = world.structure();
        world.convention(over, "331", -100, -50, 1);
        assertRefused(() -> keeping.limit(supervisor, over.id(), "2"), "limit", "OVER");
    }

    @Test
    @DisplayName("PART-25 of another organism are neither read nor changed")
    void scope() {
        world.convention(structure, "331", -100, 50, 4);
        UUID id = conventions.between(structure.id(), "331").get(0).id();
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> partnerships.get(stranger, structure.id()),
                () -> partnerships.room(stranger, structure.id()),
                () -> keeping.limit(stranger, structure.id(), "9"),
                () -> keeping.reschedule(stranger, structure.id(), id, "", typed(0, 9)),
                () -> keeping.add(supervisor, UUID.randomUUID(), typed(0, 9, "1", false)))) {
            assertThatThrownBy(call).isInstanceOf(NoSuchElementException.class);
        }
        assertThat(partnerships.page(stranger, structure.name(), 1).rows()).isEmpty();
        assertThat(partnerships.page(supervisor, structure.name(), 1).rows()).hasSize(1);
        assertThat(partnerships.changes(stranger, structure.id())).isEmpty();
        assertThat(days()).containsExactly("-100..50");
    }

    @Test
    @DisplayName("PART-25 a structure is found by name without accents, by number and by SIRET, and registered once")
    void register() {
        String name = "Épicerie solidaire d’Ambès " + UUID.randomUUID();
        UUID key = UUID.randomUUID();
        keeping.register(
                supervisor, key, "  " + name + " ", SIRET.replaceAll("(\\d{3})", "$1 "), typed(0, 9, "3", false));
        keeping.register(supervisor, key, name, SIRET, typed(0, 9, "3", false));
        assertThat(conventions.between(key, "331")).hasSize(1);
        StructureDirectory.Listed found = directory.get(key);
        assertThat(found.name()).isEqualTo(name);
        for (String search : List.of(
                "EPICERIE SOLIDAIRE D'AMBES " + name.substring(27), SIRET, "732 829 320 00074", "" + found.number())) {
            assertThat(directory.search(search)).as(search).contains(found);
        }
        assertThat(directory.search("ép")).as("too short").isEmpty();
        assertThat(directory.search("100%_")).isEmpty();
        var again = typed(0, 9, "3", false);
        assertRefused(() -> keeping.register(supervisor, UUID.randomUUID(), "Autre", SIRET, again), "siret", "TAKEN");
        assertRefused(
                () -> keeping.register(supervisor, UUID.randomUUID(), name.toUpperCase(), "", again), "name", "TAKEN");
        assertRefused(
                () -> keeping.register(supervisor, UUID.randomUUID(), "Autre", "73282932000075", again),
                "siret",
                "INVALID");
        assertRefused(() -> keeping.register(supervisor, UUID.randomUUID(), " ", "", again), "name", "MISSING");
    }

    @RepeatedTest(5)
    @DisplayName("PART-25 of two supervisors who renew a convention at the same instant one is told of the other")
    void renewedTwice() {
        world.convention(structure, "331", -100, 50, 4);
        var outcomes = AtOnce.run(
                () -> keeping.add(supervisor, structure.id(), typed(51, 100)),
                () -> keeping.add(supervisor, structure.id(), typed(51, 200)));
        assertThat(outcomes.stream().filter(AtOnce.Outcome::won)).hasSize(1);
        assertThat(outcomes.stream().filter(outcome -> !outcome.won())).allSatisfy(outcome -> assertThat(
                        outcome.failure(InvalidEntry.class).problems())
                .containsKey("from"));
        assertThat(days()).hasSize(2);
    }

    @RepeatedTest(5)
    @DisplayName("PART-25 the same form sent several times at the same instant makes one structure and one convention")
    void doublePost() {
        UUID key = UUID.randomUUID();
        List<Callable<Object>> posts = IntStream.range(0, 4)
                .<Callable<Object>>mapToObj(i -> () -> {
                    keeping.register(supervisor, key, "Structure " + key, "", typed(0, 9, "3", false));
                    return null;
                })
                .toList();
        assertThat(AtOnce.call(posts)).allMatch(AtOnce.Outcome::won);
        assertThat(conventions.between(key, "331")).hasSize(1);
        assertThat(partnerships.changes(supervisor, key)).hasSize(1);
    }

    @RepeatedTest(5)
    @DisplayName("PART-21 PART-25 a limit lowered while the manager creates an account is never below the active ones")
    void limitAgainstCreation() {
        world.convention(structure, "331", -100, 50, 2);
        world.member(structure, Member.Role.TECHNICIAN);
        // attached by a convention that attaches
        world.convention(structure, "623", -100, 50);
        Desk manager = world.desk(world.member(structure, Member.Role.MANAGER), "331");
        AtOnce.run(
                () -> keeping.limit(supervisor, structure.id(), "1"),
                () -> technicians.create(
                        manager,
                        new TechnicianIdentity("Nouvelle", "Inès", "t" + UUID.randomUUID() + "@world.example")));
        Room room = partnerships.room(supervisor, structure.id());
        assertThat(room.taken()).isLessThanOrEqualTo(room.limit());
    }
}
