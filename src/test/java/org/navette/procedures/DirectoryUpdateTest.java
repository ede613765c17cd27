package org.navette.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.AtOnce.Outcome;
import org.navette.NavetteTest;
import org.navette.directory.Companies;
import org.navette.directory.Company;
import org.navette.directory.CompanyChange;
import org.navette.directory.Establishment;
import org.navette.engine.TaskRefused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@NavetteTest
@DisplayName("PROC-14 What an accepted request changes in the directory")
class DirectoryUpdateTest {

    @Autowired
    ProcedureWorld world;

    @Autowired
    ServiceWorld service;

    @Autowired
    ProcedureTraces traces;

    @Autowired
    Drafts drafts;

    @Autowired
    Wizard wizard;

    @Autowired
    DirectoryUpdate update;

    @Autowired
    Companies companies;

    @Autowired
    PlatformTransactionManager transactions;

    private Office office;
    private Company before;

    @BeforeEach
    void people() {
        office = world.responsible();
        before = office.company();
    }

    @Test
    @DisplayName("PROC-14 a change of address: where the seat is and how it is reached, nothing else")
    void address() {
        UUID draft = world.draft(office, "address-change");
        Map<String, Object> seat =
                wizard.of(office, draft).orElseThrow().content().answers("head-office");
        long version = wizard.save(office, draft, "head-office", Typed.with(seat, "address", "9 allée des Érables"), 0);
        wizard.save(office, draft, "head-office", Typed.legal(), version);
        String number = world.send(office, draft);
        assertThat(now()).as("nothing before it is accepted").isEqualTo(before);
        service.accept(number);
        assertThat(seat().address().line1()).isEqualTo("9 allée des Érables");
        assertThat(seat().phone()).isEqualTo("0199001001");
        assertThat(seat().openedOn()).isEqualTo(before.establishments().get(0).openedOn());
        assertThat(seat().technicalRepresentatives())
                .isEqualTo(before.establishments().get(0).technicalRepresentatives());
        assertThat(now().legalRepresentatives()).isEqualTo(before.legalRepresentatives());
        assertThat(now().name()).isEqualTo(before.name());
        again(number);
    }

    @Test
    @DisplayName("PROC-14 a change of staff: the technical representatives of the establishment, with their numbers")
    void staff() {
        UUID draft = world.draft(office, "staff-change");
        Content content = wizard.of(office, draft).orElseThrow().content();
        long version = wizard.remove(
                office, draft, "technical", content.people("technical").get(0).id(), world.version(office, draft));
        wizard.save(
                office,
                draft,
                "technical",
                Typed.with(content.people("technical").get(1), "rpps", "10 00 00 00 009"),
                version);
        String number = world.send(office, draft);
        service.accept(number);
        assertThat(seat().technicalRepresentatives()).singleElement().satisfies(person -> {
            assertThat(person.lastName()).isEqualTo("O’CONNELL");
            assertThat(person.rpps()).isEqualTo("10000000009");
            assertThat(person.adeli()).isNull();
        });
        again(number);
    }

    @Test
    @DisplayName("PROC-14 an extension of activity: the technical representatives as well")
    void extension() {
        String number = world.send(office, "activity-extension");
        service.accept(number);
        assertThat(seat().technicalRepresentatives()).hasSize(2);
        again(number);
    }

    @Test
    @DisplayName("PROC-14 a secondary establishment beside those that are there, under its own number when it has one")
    void establishment() {
        String number = world.send(office, "secondary-establishment");
        String billing = Typed.billing();
        service.acceptWith(number, billing);
        String siret = Typed.siret(before.siren(), 2);
        Establishment added = now().establishment(siret).orElseThrow();
        assertThat(now().establishments()).hasSize(2);
        assertThat(added.headOffice()).isFalse();
        assertThat(added.billingNumber()).isEqualTo(billing);
        assertThat(added.address()).isEqualTo(new Establishment.Address("12 rue de l'Église", "", "75010", "PARIS"));
        assertThat(added.technicalRepresentatives()).hasSize(1);
        assertThat(seat()).isEqualTo(before.establishments().get(0));
        again(number);
    }

    @Test
    @DisplayName("PROC-14 a certificate: nothing")
    void nothing() {
        String number = world.send(office, "certificate");
        service.accept(number);
        assertThat(now()).isEqualTo(before);
        assertThat(companies.changes(before.id()))
                .noneMatch(change -> change.request().equals(number));
        again(number);
    }

    @Test
    @DisplayName(
            "PROC-14 a first installation is accepted with a billing number that nobody has, and the agent reads why not")
    void billingNumber() {
        Office newcomer = world.newcomer();
        String number = world.send(newcomer, "first-installation");
        refusedAgent("obligatoire pour une première installation", () -> service.accept(number));
        String taken = Typed.billing();
        service.acceptWith(world.send(world.newcomer(), "first-installation"), taken);
        refusedAgent("déjà celui d'un autre établissement", () -> service.acceptWith(number, taken));
        refusedAgent("neuf chiffres", () -> service.acceptWith(number, "12345678A"));
        assertThat(traces.status(number)).isEqualTo("En traitement");
        assertThat(companies.bySiret(world.siret(newcomer))).isEmpty();
        String own = Typed.billing();
        // as on paper
        service.acceptWith(number, own.substring(0, 3) + " " + own.substring(3));
        assertThat(traces.own(number).billingNumber()).isEqualTo(own);
        again(number);
    }

    @Test
    @DisplayName("PROC-14 a billing number is not given with a request that brings no establishment")
    void billingNumberElsewhere() {
        String number = world.send(office, "certificate");
        refusedAgent("établissement nouveau", () -> service.acceptWith(number, Typed.billing()));
        service.accept(number);
        assertThat(traces.own(number).billingNumber()).isNull();
    }

    @Test
    @DisplayName(
            "PROC-14 of two first installations accepted at once with one number one wins, and the other agent is told")
    void sameNumberAtOnce() {
        List<String> agents = List.of(service.agent("premier.crif"), service.agent("second.crif"));
        for (int round = 0; round < 10; round++) {
            String billing = Typed.billing();
            Map<String, Object> accepted = Map.of("outcome", "ACCEPTED", "billingNumber", billing);
            List<String> numbers = List.of(
                    world.send(world.newcomer(), "first-installation"),
                    world.send(world.newcomer(), "first-installation"));
            for (int i = 0; i < 2; i++) {
                service.claim(agents.get(i), numbers.get(i));
            }
            var outcomes = AtOnce.run(
                    () -> service.decide(agents.get(0), numbers.get(0), accepted),
                    () -> service.decide(agents.get(1), numbers.get(1), accepted));
            boolean first = outcomes.get(0).won();
            assertThat(first)
                    .as("round %d: %s", round, outcomes)
                    .isNotEqualTo(outcomes.get(1).won());
            assertThat(outcomes.get(first ? 1 : 0).failure(TaskRefused.class))
                    .as("round %d: %s", round, outcomes)
                    .isNotNull()
                    .hasMessageContaining("numéro");
            assertThat(traces.status(numbers.get(first ? 1 : 0))).isEqualTo("En traitement");
            assertThat(traces.status(numbers.get(first ? 0 : 1))).isEqualTo("Traitée");
        }
    }

    @Test
    @DisplayName("PROC-14 a decision pressed four times at once is applied once")
    void fourPresses() {
        String number = world.send(office, "secondary-establishment");
        service.claim(service.agent(), number);
        Map<String, Object> accepted = Map.of("outcome", "ACCEPTED");
        String task = service.task(number).getId();
        var outcomes = AtOnce.call(Collections.nCopies(4, () -> {
            service.submit(service.agent(), task, accepted);
            return true;
        }));
        assertThat(outcomes.stream().filter(Outcome::won).count()).isEqualTo(1);
        assertThat(traces.labels(number)).containsExactly("En traitement", "Traitée");
        assertThat(changes(number)).hasSize(1);
    }

    @Test
    @DisplayName("PROC-14 what the directory does not know is refused to the agent, who can ask for a correction")
    void unknownEstablishment() {
        UUID draft = world.draft(office, "address-change");
        wizard.save(office, draft, "establishment", Typed.establishment(Typed.siret(before.siren(), 8)), 0);
        String number = world.send(office, draft);
        refusedAgent("vérifiez le SIRET", () -> service.accept(number));
        assertThat(now()).as("neither half of it").isEqualTo(before);
        assertThat(traces.status(number)).isEqualTo("En traitement");
        assertThat(traces.own(number).outcome()).isNull();
        service.ask(number, List.of("establishment"), List.of());
        assertThat(traces.status(number)).isEqualTo("Corrections demandées");
    }

    /** Applied once more, as after a failure, it changes nothing. */
    private void again(String number) {
        Company company = companies.find(traces.structure(number)).orElseThrow();
        List<CompanyChange> changes = companies.changes(company.id());
        new TransactionTemplate(transactions).executeWithoutResult(status -> update.apply(number));
        assertThat(companies.find(company.id())).contains(company);
        assertThat(companies.changes(company.id())).isEqualTo(changes);
    }

    private List<CompanyChange> changes(String number) {
        return companies.changes(before.id()).stream()
                .filter(change -> change.request().equals(number))
                .toList();
    }

    private Company now() {
        return companies.find(before.id()).orElseThrow();
    }

    private Establishment seat() {
        return now().headOffice().orElseThrow();
    }

    static void refusedAgent(String told, ThrowingCallable action) {
        assertThatThrownBy(action).satisfies(thrown -> {
            Throwable root = thrown;
            while (!(root instanceof TaskRefused) && root.getCause() != null) {
                root = root.getCause();
            }
            assertThat(root).isInstanceOf(TaskRefused.class).hasMessageContaining(told);
        });
    }
}
