package org.navette.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.accounts.Account;
import org.navette.directory.Convention;
import org.navette.directory.Organism;

@DisplayName("PART-21 The room for technicians")
class TeamTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final UUID STRUCTURE = UUID.randomUUID();

    private final List<Convention> conventions = new ArrayList<>();
    private final List<Technician> technicians = new ArrayList<>();

    @Test
    @DisplayName("PART-21 each organism counts the active technicians attached to it")
    void countsPerOrganism() {
        convention("331", -10, 10, 2);
        convention("623", -10, 10, 5);
        technician(true, "331", "623");
        technician(true, "623");
        technician(false, "331", "623");
        assertThat(team().rooms())
                .extracting(room -> room.organism().code(), Room::taken, Room::limit, Room::isFree)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("331", 1, 2, true),
                        org.assertj.core.groups.Tuple.tuple("623", 2, 5, true));
    }

    @Test
    @DisplayName("PART-21 with several conventions the largest limit holds for creation")
    void theLargestHolds() {
        convention("331", -10, 10, 1);
        convention("623", -10, 10, 2);
        technician(true, "331", "623");
        assertThat(team().canGrow()).isTrue();
        assertThat(team().roomsFor(Set.of()))
                .extracting(room -> room.organism().code())
                .containsExactly("623");
        // a place left with one organism does not make the structure larger
        technician(true, "331");
        assertThat(team().limit()).isEqualTo(2);
        assertThat(team().canGrow()).isFalse();
        refuses(Refused.Reason.TOO_MANY_TECHNICIANS);
    }

    @Test
    @DisplayName("PART-21 of one organism's conventions those in force fix the limit, else those that start later")
    void whichConvention() {
        convention("331", -400, -1, 9);
        convention("331", 0, 0, 3);
        convention("331", 1, 100, 7);
        convention("623", 1, 100, 4);
        assertThat(team().rooms()).extracting(Room::limit).containsExactly(3, 4);
        assertThat(team().openRooms()).hasSize(2);
    }

    @Test
    @DisplayName("PART-21 an ended convention gives no place, but one who had it comes back to it")
    void ended() {
        convention("331", -400, -1, 9);
        assertThat(team().openRooms()).isEmpty();
        refuses(Refused.Reason.NO_CONVENTION);
        convention("623", -10, 10, 1);
        assertThat(team().roomsFor(Set.of()))
                .extracting(room -> room.organism().code())
                .containsExactly("623");
        assertThat(team().roomsFor(Set.of("331"))).hasSize(2);
    }

    @Test
    @DisplayName("PART-21 a limit that was lowered takes nobody's place, and gives none")
    void lowered() {
        convention("331", -10, 10, 1);
        technician(true, "331");
        technician(true, "331");
        assertThat(team().rooms()).extracting(Room::taken).containsExactly(2);
        assertThat(team().rooms()).noneMatch(Room::isFree);
        refuses(Refused.Reason.TOO_MANY_TECHNICIANS);
    }

    @Test
    @DisplayName("PART-21 the active technicians come first")
    void order() {
        technician(false);
        technician(true);
        assertThat(team().technicians()).extracting(Technician::isActive).containsExactly(true, false);
    }

    private void refuses(Refused.Reason reason) {
        assertThatThrownBy(() -> team().checkGrowth())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private Team team() {
        return Team.of(technicians, conventions, TODAY);
    }

    private void convention(String organism, int from, int to, int limit) {
        conventions.add(new Convention(
                UUID.randomUUID(),
                STRUCTURE,
                new Organism(organism, "CPAM " + organism),
                TODAY.plusDays(from),
                TODAY.plusDays(to),
                limit));
    }

    private void technician(boolean active, String... organisms) {
        UUID id = UUID.randomUUID();
        var account = new Account(
                id, "partners", id + "@x.fr", id + "@x.fr", "A", "B", active, Instant.EPOCH, null, null, null, false);
        technicians.add(new Technician(account, Set.of(organisms)));
    }
}
