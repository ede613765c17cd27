package org.navette.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.directory.Organism;
import org.navette.directory.Structure;
import org.navette.partners.TechnicianIdentity.Field;
import org.navette.partners.TechnicianIdentity.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@NavetteTest
@DisplayName("PART-21 The technicians of a structure")
class TechniciansTest {

    @Autowired
    PartnerWorld world;

    @Autowired
    Technicians technicians;

    @Autowired
    Accounts accounts;

    @Autowired
    Desks desks;

    @Autowired
    SentLetters letters;

    @Autowired
    Members members;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private Structure structure;
    private Desk manager;

    @BeforeEach
    void structure() {
        structure = world.structure();
        world.convention(structure, "331", -100, 200, 2);
        world.convention(structure, "623", 10, 200, 1);
        world.convention(structure, "471", -100, -10, 5);
        manager = world.desk(world.member(structure, Member.Role.MANAGER), "331");
    }

    private static TechnicianIdentity somebody() {
        return new TechnicianIdentity("Nouvelle", "Inès", "t" + UUID.randomUUID() + "@world.example");
    }

    private List<String> codes(List<Organism> organisms) {
        return organisms.stream().map(Organism::code).toList();
    }

    private void refused(Refused.Reason reason, Runnable action) {
        assertThatThrownBy(action::run).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                .isEqualTo(reason));
    }

    private void taken(Problem problem, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(InvalidTechnician.class, invalid -> assertThat(invalid.problems())
                        .containsExactlyInAnyOrderEntriesOf(Map.of(Field.EMAIL, problem)));
    }

    @Test
    @DisplayName("PART-21 an account is attached to the organisms that have room, up to the largest limit")
    void create() {
        var first = technicians.create(manager, somebody());
        assertThat(codes(first.attached())).containsExactlyInAnyOrder("331", "623");
        assertThat(first.full()).isEmpty();
        var second = technicians.create(manager, somebody());
        assertThat(codes(second.attached())).containsExactly("331");
        assertThat(codes(second.full())).containsExactly("623");
        refused(Refused.Reason.TOO_MANY_TECHNICIANS, () -> technicians.create(manager, somebody()));
        assertThat(technicians.team(manager).technicians()).hasSize(2).allMatch(Technician::isActive);
    }

    @Test
    @DisplayName("PART-21 a new account waits for its activation, and its link is mailed")
    void activation() {
        var identity = somebody();
        Account account = technicians.create(manager, identity).account();
        assertThat(technicians.team(manager).technician(account.id()).state()).isEqualTo(Technician.State.WAITING);
        var letter = letters.lastTo(identity.email());
        assertThat(letter.subject()).isEqualTo("Activez votre compte « Espace Partenaires »");
        String token = letter.link().replaceFirst(".*/", "");
        accounts.choosePassword("partners", token, PartnerWorld.PASSWORD);
        assertThat(technicians.team(manager).technician(account.id()).state()).isEqualTo(Technician.State.ACTIVE);
        assertThat(desks.at(account, "331")).isPresent();
    }

    @Test
    @DisplayName("PART-21 a refused creation leaves no account and no mail behind")
    void nothingLeft() {
        technicians.create(manager, somebody());
        technicians.create(manager, somebody());
        var third = somebody();
        refused(Refused.Reason.TOO_MANY_TECHNICIANS, () -> technicians.create(manager, third));
        assertThat(accounts.find("partners", third.email())).isEmpty();
        assertThat(letters.to(third.email())).isEmpty();
    }

    @Test
    @DisplayName("PART-21 without a convention in force or to come no account is created")
    void noConvention() {
        Structure ended = world.structure();
        world.convention(ended, "331", -100, 0, 2);
        Desk itsManager = world.desk(world.member(ended, Member.Role.MANAGER), "331");
        try {
            world.later(Duration.ofDays(1));
            refused(Refused.Reason.NO_CONVENTION, () -> technicians.create(itsManager, somebody()));
        } finally {
            ClockUtil.reset();
        }
    }

    @Test
    @DisplayName("PART-21 a technician reaches the organisms they are attached to, and no other of the structure")
    void onlyTheirs() {
        Account first = world.member(structure, Member.Role.TECHNICIAN);
        assertThat(desks.at(first, "331")).isPresent();
        world.convention(structure, "401", -100, 200, 1);
        assertThat(desks.at(first, "401")).isEmpty();
        assertThat(desks.at(accounts.find(manager.account()).orElseThrow(), "401"))
                .isPresent();
        technicians.attach(manager, first.id(), "401");
        assertThat(desks.at(first, "401")).isPresent();
        // once more changes nothing
        technicians.attach(manager, first.id(), "401");
        Account second = technicians.create(manager, somebody()).account();
        refused(Refused.Reason.NO_ROOM, () -> technicians.attach(manager, second.id(), "401"));
        assertThat(desks.at(second, "401")).isEmpty();
    }

    @Test
    @DisplayName(
            "PART-21 nobody is attached to an organism without convention in force or to come, and no deactivated account to any")
    void attachOnlyToOpen() {
        Account technician = technicians.create(manager, somebody()).account();
        for (String organism : List.of("471", "401", "", "\u0000")) {
            assertThatThrownBy(() -> technicians.attach(manager, technician.id(), organism))
                    .isInstanceOf(NoSuchElementException.class);
        }
        world.convention(structure, "641", -100, 200, 1);
        technicians.deactivate(manager, technician.id());
        refused(Refused.Reason.DEACTIVATED, () -> technicians.attach(manager, technician.id(), "641"));
    }

    @Test
    @DisplayName("PART-21 a deactivated account frees its place; reactivated, it has what room there is then")
    void reactivation() {
        Account first = technicians.create(manager, somebody()).account();
        technicians.create(manager, somebody());
        technicians.deactivate(manager, first.id());
        // a second time changes nothing
        technicians.deactivate(manager, first.id());
        var third = technicians.create(manager, somebody());
        assertThat(codes(third.attached())).contains("331", "623");
        refused(Refused.Reason.TOO_MANY_TECHNICIANS, () -> technicians.reactivate(manager, first.id()));
        technicians.deactivate(manager, third.account().id());
        var back = technicians.reactivate(manager, first.id());
        assertThat(codes(back.attached())).containsExactlyInAnyOrder("331", "623");
        refused(Refused.Reason.ALREADY_ACTIVE, () -> technicians.reactivate(manager, first.id()));
        refused(
                Refused.Reason.TOO_MANY_TECHNICIANS,
                () -> technicians.reactivate(manager, third.account().id()));
    }

    @Test
    @DisplayName("PART-21 a place taken meanwhile is not given back at reactivation")
    void placeLost() {
        Account first = technicians.create(manager, somebody()).account();
        technicians.deactivate(manager, first.id());
        var second = technicians.create(manager, somebody());
        assertThat(codes(second.attached())).contains("623");
        var back = technicians.reactivate(manager, first.id());
        assertThat(codes(back.attached())).containsExactly("331");
        assertThat(codes(back.full())).containsExactly("623");
        assertThat(technicians.team(manager).technician(first.id()).organisms()).containsExactly("331");
    }

    @Test
    @DisplayName("PART-21 an account reactivated before its activation gets its link anew")
    void linkAnew() {
        var identity = somebody();
        Account account = technicians.create(manager, identity).account();
        String before = letters.lastTo(identity.email()).link();
        technicians.deactivate(manager, account.id());
        technicians.reactivate(manager, account.id());
        assertThat(letters.to(identity.email())).hasSize(2);
        assertThat(letters.lastTo(identity.email()).link()).isNotEqualTo(before);
    }

    @Test
    @DisplayName(
            "PART-21 an address is one account's: a colleague's, a deactivated colleague's and a stranger's are told")
    void addresses() {
        var first = somebody();
        Account account = technicians.create(manager, first).account();
        var same = new TechnicianIdentity("Autre", "Nom", first.email().toUpperCase(Locale.ROOT));
        taken(Problem.TAKEN_HERE, () -> technicians.create(manager, same));
        technicians.deactivate(manager, account.id());
        taken(Problem.TAKEN_BY_DEACTIVATED, () -> technicians.create(manager, same));
        var strangers = new TechnicianIdentity("Autre", "Nom", world.login(world.desk("331")));
        taken(Problem.TAKEN, () -> technicians.create(manager, strangers));
        Account second = technicians.create(manager, somebody()).account();
        taken(Problem.TAKEN_BY_DEACTIVATED, () -> technicians.edit(manager, second.id(), same));
        // one's own address is no other's
        technicians.edit(manager, second.id(), new TechnicianIdentity("Neuf", "Nom", second.email()));
        assertThat(accounts.find(second.id()).orElseThrow().lastName()).isEqualTo("Neuf");
    }

    @Test
    @DisplayName("PART-21 a corrected address is the new login, and an account not activated gets its link there")
    void newAddress() {
        var typo = somebody();
        Account account = technicians.create(manager, typo).account();
        String dead = letters.lastTo(typo.email()).link().replaceFirst(".*/", "");
        var right = somebody();
        technicians.edit(manager, account.id(), right);
        assertThat(accounts.find("partners", right.email())).isPresent();
        assertThat(accounts.choosePassword("partners", dead, PartnerWorld.PASSWORD))
                .isEmpty();
        assertThat(letters.to(right.email())).hasSize(1);
    }

    @Test
    @DisplayName(
            "PART-21 PART-22 a manager reaches no technician of another structure, no manager, and a technician nobody")
    void isolation() {
        Desk stranger = world.desk("331");
        Desk colleague = world.colleague(manager, Member.Role.MANAGER);
        Desk technician = world.colleague(manager, Member.Role.TECHNICIAN);
        List<Runnable> attempts = new ArrayList<>();
        for (UUID id : List.of(stranger.account(), colleague.account(), manager.account(), UUID.randomUUID())) {
            attempts.addAll(attempts(manager, id));
        }
        attempts.addAll(attempts(technician, technician.account()));
        attempts.add(() -> technicians.team(technician));
        attempts.add(() -> technicians.create(technician, somebody()));
        assertThat(attempts)
                .allSatisfy(attempt -> assertThatThrownBy(attempt::run).isInstanceOf(NoSuchElementException.class));
        assertThat(accounts.find(stranger.account()).orElseThrow().active()).isTrue();
    }

    @Test
    @DisplayName("PART-21 with the migration everyone keeps every organism of their structure, also an ended one")
    void migration() throws IOException {
        Account technician = world.member(structure, Member.Role.TECHNICIAN);
        String script = new ClassPathResource("db/migration/V50__technicians_by_organism.sql")
                .getContentAsString(StandardCharsets.UTF_8);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("delete from partner_member_organism").update();
            jdbc.sql(script.substring(script.indexOf("insert into"))).update();
            assertThat(technicians.team(manager).technician(technician.id()).organisms())
                    .containsExactlyInAnyOrder("331", "623", "471");
            assertThat(members.find(manager.account()).orElseThrow().organisms())
                    .isEmpty();
            status.setRollbackOnly();
        });
    }

    private List<Runnable> attempts(Desk desk, UUID id) {
        return List.of(
                () -> technicians.edit(desk, id, somebody()),
                () -> technicians.deactivate(desk, id),
                () -> technicians.reactivate(desk, id),
                () -> technicians.attach(desk, id, "331"));
    }
}
