package org.navette.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.navette.AtOnce;
import org.navette.NavetteTest;
import org.navette.accounts.Account;
import org.navette.directory.Structure;
import org.navette.partners.TechnicianIdentity.Field;
import org.navette.partners.TechnicianIdentity.Problem;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("PART-21 Managers at the same instant")
class TechnicianRaceTest {

    @Autowired
    PartnerWorld world;

    @Autowired
    Technicians technicians;

    private Structure structure;
    private Desk manager;

    @BeforeEach
    void structure() {
        structure = world.structure();
        world.convention(structure, "331", -100, 200, 2);
        world.convention(structure, "623", 10, 200, 1);
        manager = world.desk(world.member(structure, Member.Role.MANAGER), "331");
    }

    private static TechnicianIdentity somebody() {
        return new TechnicianIdentity("Nouvelle", "Inès", "t" + UUID.randomUUID() + "@world.example");
    }

    @RepeatedTest(5)
    @DisplayName("PART-21 of several accounts created at the same instant the last place is one's")
    void lastPlace() {
        technicians.create(manager, somebody());
        List<Callable<Object>> creations = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            creations.add(() -> technicians.create(manager, somebody()));
        }
        var outcomes = AtOnce.call(creations);
        assertThat(outcomes.stream().filter(AtOnce.Outcome::won)).hasSize(1);
        assertThat(outcomes.stream().filter(outcome -> !outcome.won()))
                .allSatisfy(outcome -> assertThat(outcome.failure(Refused.class).reason())
                        .isEqualTo(Refused.Reason.TOO_MANY_TECHNICIANS));
        assertThat(technicians.team(manager).active()).isEqualTo(2);
    }

    @RepeatedTest(5)
    @DisplayName("PART-21 a creation, a reactivation and an attachment at the same instant share what room there is")
    void allAtOnce() {
        Account closed = technicians.create(manager, somebody()).account();
        technicians.deactivate(manager, closed.id());
        Account other = world.member(structure, Member.Role.TECHNICIAN);
        world.convention(structure, "401", -100, 200, 1);
        var outcomes = AtOnce.run(
                () -> technicians.create(manager, somebody()),
                () -> technicians.reactivate(manager, closed.id()),
                () -> technicians.attach(manager, other.id(), "401"));
        Team team = technicians.team(manager);
        assertThat(team.active()).isEqualTo(2);
        assertThat(team.rooms()).allMatch(room -> room.taken() <= room.limit());
        assertThat(outcomes.subList(0, 2).stream().filter(AtOnce.Outcome::won)).hasSize(1);
        assertThat(outcomes.stream().filter(outcome -> !outcome.won()))
                .allSatisfy(
                        outcome -> assertThat(outcome.failure(Refused.class)).isNotNull());
    }

    @RepeatedTest(3)
    @DisplayName("PART-21 the same address sent twice at the same instant makes one account")
    void sameAddress() {
        var identity = somebody();
        var outcomes =
                AtOnce.run(() -> technicians.create(manager, identity), () -> technicians.create(manager, identity));
        assertThat(outcomes.stream().filter(AtOnce.Outcome::won)).hasSize(1);
        assertThat(outcomes.stream().filter(outcome -> !outcome.won()))
                .allSatisfy(outcome ->
                        assertThat(outcome.failure(InvalidTechnician.class)).isNotNull());
        assertThat(technicians.team(manager).active()).isEqualTo(1);
    }

    @RepeatedTest(3)
    @DisplayName("PART-21 managers of two structures who send the same address at the same instant make one account")
    void sameAddressElsewhere() {
        Structure elsewhere = world.structure();
        world.convention(elsewhere, "331", -100, 200, 2);
        Desk other = world.desk(world.member(elsewhere, Member.Role.MANAGER), "331");
        var identity = somebody();
        var outcomes =
                AtOnce.run(() -> technicians.create(manager, identity), () -> technicians.create(other, identity));
        assertThat(outcomes.stream().filter(AtOnce.Outcome::won)).hasSize(1);
        assertThat(outcomes.stream().filter(outcome -> !outcome.won())).allSatisfy(outcome -> assertThat(
                        outcome.failure(InvalidTechnician.class).problems())
                .containsEntry(Field.EMAIL, Problem.TAKEN));
    }
}
