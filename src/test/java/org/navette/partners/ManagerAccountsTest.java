package org.navette.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.directory.Journal;
import org.navette.directory.Structure;
import org.navette.directory.Supervisor;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("PART-25 The manager of a structure")
class ManagerAccountsTest {

    @Autowired
    PartnerWorld world;

    @Autowired
    ManagerAccounts managers;

    @Autowired
    Partnerships partnerships;

    @Autowired
    Accounts accounts;

    @Autowired
    Desks desks;

    @Autowired
    SentLetters letters;

    private Supervisor supervisor;
    private Structure structure;

    @BeforeEach
    void structure() {
        supervisor = world.supervisorOf("331");
        structure = world.structure();
        world.convention(structure, "331", -100, 200, 2);
    }

    private static TechnicianIdentity somebody() {
        return new TechnicianIdentity("Nouvelle", "Inès", "m" + UUID.randomUUID() + "@world.example");
    }

    @Test
    @DisplayName(
            "PART-25 is created by a supervisor, activates the account by the mailed link, and keeps the technicians")
    void create() {
        var identity = somebody();
        Account account = managers.create(supervisor, structure.id(), identity);
        assertThat(letters.lastTo(identity.email()).text()).contains("Inès Nouvelle");
        assertThat(partnerships.managers(structure.id()))
                .singleElement()
                .satisfies(manager -> assertThat(manager.state()).isEqualTo(Technician.State.WAITING));
        accounts.setPassword(account.id(), "une phrase bien à moi seule");
        assertThat(desks.at(accounts.find(account.id()).orElseThrow(), "331")
                        .orElseThrow()
                        .isManager())
                .isTrue();
        assertThat(partnerships.changes(supervisor, structure.id()).stream().map(Journal.Entry::text))
                .as("without a name")
                .containsExactly("Compte du gestionnaire créé");
    }

    @Test
    @DisplayName("PART-25 is not created while one is active; after that one's deactivation another can be")
    void second() {
        Account first = managers.create(supervisor, structure.id(), somebody());
        assertThatThrownBy(() -> managers.create(supervisor, structure.id(), somebody()))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(Refused.Reason.MANAGER_ACTIVE));
        managers.deactivate(supervisor, structure.id(), first.id());
        managers.deactivate(supervisor, structure.id(), first.id());
        managers.create(supervisor, structure.id(), somebody());
        assertThat(partnerships.managers(structure.id()).stream().map(Partnerships.Manager::state))
                .containsExactly(Technician.State.WAITING, Technician.State.DEACTIVATED);
    }

    @Test
    @DisplayName("PART-25 who has not used the link gets a new one; who has, gets none")
    void link() {
        var identity = somebody();
        Account account = managers.create(supervisor, structure.id(), identity);
        String first = letters.lastTo(identity.email()).link();
        managers.mailLink(supervisor, structure.id(), account.id());
        assertThat(letters.lastTo(identity.email()).link()).isNotEqualTo(first);
        accounts.setPassword(account.id(), "une phrase bien à moi seule");
        managers.mailLink(supervisor, structure.id(), account.id());
        assertThat(partnerships.changes(supervisor, structure.id())).hasSize(2);
    }

    @Test
    @DisplayName("PART-25 is created for structures of the organism alone, with an address of their own")
    void refusals() {
        Supervisor stranger = world.supervisorOf("623");
        Account technician = world.member(structure, Member.Role.TECHNICIAN);
        assertThatThrownBy(() -> managers.create(stranger, structure.id(), somebody()))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> managers.create(
                        supervisor, structure.id(), new TechnicianIdentity("Nom", "Prénom", technician.login())))
                .isInstanceOf(InvalidTechnician.class);
        assertThatThrownBy(() -> managers.deactivate(supervisor, structure.id(), technician.id()))
                .as("no manager")
                .isInstanceOf(NoSuchElementException.class);
        Account manager = managers.create(supervisor, structure.id(), somebody());
        assertThatThrownBy(() -> managers.deactivate(stranger, structure.id(), manager.id()))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> managers.mailLink(stranger, structure.id(), manager.id()))
                .isInstanceOf(NoSuchElementException.class);
        Structure over = world.structure();
        world.convention(over, "331", -100, -50, 1);
        assertThatThrownBy(() -> managers.create(supervisor, over.id(), somebody()))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(Refused.Reason.CONVENTION_OVER));
    }

    @RepeatedTest(5)
    @DisplayName(
            "PART-25 created by two supervisors at the same instant is one; the same form sent twice is no refusal")
    void atOnce() {
        var identity = somebody();
        world.convention(structure, "623", -100, 200, 2);
        var outcomes = AtOnce.call(List.of(
                () -> managers.create(supervisor, structure.id(), identity),
                () -> managers.create(supervisor, structure.id(), identity),
                () -> managers.create(world.supervisorOf("623"), structure.id(), somebody())));
        assertThat(partnerships.managers(structure.id())).hasSize(1);
        assertThat(outcomes.stream()
                        .filter(AtOnce.Outcome::won)
                        .map(AtOnce.Outcome::value)
                        .collect(Collectors.toSet()))
                .hasSize(1);
        assertThat(outcomes.stream().filter(outcome -> !outcome.won()))
                .allSatisfy(outcome ->
                        assertThat(outcome.failure(Refused.class).reason()).isEqualTo(Refused.Reason.MANAGER_ACTIVE));
    }
}
