package org.navette.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.navette.directory.SomeCompanies.BIRTH;
import static org.navette.directory.SomeCompanies.ELISE;
import static org.navette.directory.SomeCompanies.LOIC;
import static org.navette.directory.SomeCompanies.OTHER;
import static org.navette.directory.SomeCompanies.SIRET;
import static org.navette.directory.SomeCompanies.ZOE;
import static org.navette.directory.SomeCompanies.establishment;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.NavetteTest;
import org.navette.directory.Establishment.Address;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@NavetteTest
@DisplayName("PROC-08 The companies of the directory")
class CompaniesTest {

    @Autowired
    Companies companies;

    @Autowired
    CompanyChanges changes;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void clear() {
        SomeCompanies.clear(jdbc);
    }

    private UUID registered() {
        return changes.register(
                "LPP-2026-000001", "Optique Garnier", establishment(SIRET, true, "Paris"), List.of(ELISE));
    }

    private Company company() {
        return companies.bySiret(SIRET).orElseThrow();
    }

    private List<String> texts() {
        return companies.changes(company().id()).stream()
                .map(it -> it.request() + " " + it.text())
                .toList();
    }

    @Test
    @DisplayName("PROC-14 a first installation enters the company, its head office and its people, once")
    void register() {
        UUID id = registered();
        Company company = company();
        assertThat(company)
                .isEqualTo(new Company(
                        id,
                        "999700008",
                        "Optique Garnier",
                        List.of(establishment(SIRET, true, "Paris")),
                        List.of(ELISE)));
        assertThat(companies.find(id)).contains(company);
        assertThat(registered()).isEqualTo(id);
        assertThat(company()).isEqualTo(company);
        assertThat(texts()).containsExactly("LPP-2026-000001 Entreprise enregistrée avec son siège");
        assertThat(companies.bySiret(OTHER)).isEmpty();
        assertThat(companies.find(UUID.randomUUID())).isEmpty();
    }

    @Test
    @DisplayName("PROC-14 a first installation of a SIREN that came in meanwhile brings it up to date")
    void registerAgain() {
        UUID id = registered();
        changes.setBillingNumber("LPP-2026-000001", SIRET, "752600001");
        assertThat(changes.register("LPP-2026-000002", "Optique", establishment(OTHER, false, "Melun"), List.of(LOIC)))
                .isEqualTo(id);
        Company company = company();
        assertThat(company.name()).isEqualTo("Optique");
        assertThat(company.headOffice().orElseThrow().siret()).isEqualTo(OTHER);
        assertThat(company.establishment(SIRET).orElseThrow().billingNumber()).isEqualTo("752600001");
        assertThat(company.legalRepresentatives()).containsExactly(LOIC);
    }

    @Test
    @DisplayName("PROC-14 each change is noted with the request's number, and names nobody")
    void changesAreNoted() {
        UUID id = registered();
        changes.addEstablishment("LPP-2026-000002", id, establishment(OTHER, false, "Melun"));
        changes.changeContact(
                "LPP-2026-000003", OTHER, new Address("2 quai", "B", "77000", "Melun"), "n@b.example", "");
        changes.setBillingNumber("LPP-2026-000003", OTHER, "752600002");
        changes.replaceLegalRepresentatives("LPP-2026-000004", id, List.of(LOIC, ELISE));
        changes.replaceTechnicalRepresentatives("LPP-2026-000004", OTHER, List.of());
        changes.replaceTechnicalRepresentatives("LPP-2026-000005", OTHER, List.of());

        Company company = company();
        assertThat(company.establishments()).extracting(Establishment::siret).containsExactly(SIRET, OTHER);
        Establishment added = company.establishment(OTHER).orElseThrow();
        assertThat(added.address()).isEqualTo(new Address("2 quai", "B", "77000", "Melun"));
        assertThat(added.email()).isEqualTo("n@b.example");
        assertThat(added.billingNumber()).isEqualTo("752600002");
        assertThat(added.openedOn()).isEqualTo(LocalDate.of(2020, 1, 2));
        assertThat(added.technicalRepresentatives()).isEmpty();
        assertThat(company.establishment(SIRET).orElseThrow().technicalRepresentatives())
                .containsExactly(ZOE);
        assertThat(company.legalRepresentatives()).containsExactly(LOIC, ELISE);
        assertThat(companies.siretOfBillingNumber("752600002")).contains(OTHER);
        assertThat(texts())
                .containsExactly(
                        "LPP-2026-000001 Entreprise enregistrée avec son siège",
                        "LPP-2026-000002 Établissement 99970000800025 enregistré",
                        "LPP-2026-000003 Coordonnées de l’établissement 99970000800025 modifiées",
                        "LPP-2026-000003 Numéro de facturation 752600002 attribué à l’établissement 99970000800025",
                        "LPP-2026-000004 Responsables juridiques remplacés\u00a0: 2",
                        "LPP-2026-000004 Responsables techniques de l’établissement 99970000800025 remplacés\u00a0: 0",
                        "LPP-2026-000005 Responsables techniques de l’établissement 99970000800025 confirmés\u00a0: 0");
    }

    @Test
    @DisplayName("PROC-14 a request applied again does not undo what another has changed since")
    void onceEach() {
        UUID id = registered();
        Address first = new Address("2 quai", "", "77000", "Melun");
        Address second = new Address("3 quai", "", "77000", "Melun");
        changes.changeContact("LPP-2026-000002", SIRET, first, "", "");
        changes.changeContact("LPP-2026-000003", SIRET, second, "", "");
        changes.replaceLegalRepresentatives("LPP-2026-000003", id, List.of(LOIC));
        Company after = company();
        registered();
        changes.changeContact("LPP-2026-000002", SIRET, first, "", "");
        assertThat(company()).isEqualTo(after);
        assertThat(texts()).hasSize(4);
    }

    @Test
    @DisplayName("PROC-14 two at once enter one company, and leave one note")
    void race() {
        for (int round = 0; round < 8; round++) {
            clear();
            var outcomes = AtOnce.call(Collections.nCopies(4, this::registered));
            assertThat(outcomes).allMatch(AtOnce.Outcome::won);
            assertThat(outcomes.stream().map(AtOnce.Outcome::value).distinct()).hasSize(1);
            assertThat(texts()).hasSize(1);
            assertThat(company().legalRepresentatives()).hasSize(1);
        }
    }

    @Test
    @DisplayName("PROC-14 one number given to two establishments at once is one's, the other is told")
    void numberRace() {
        UUID id = registered();
        changes.addEstablishment("LPP-2026-000002", id, establishment(OTHER, false, "Melun"));
        changes.register(
                "LPP-2026-000003", "Desnoyers", establishment(CompanyFilesFolder.DESNOYERS, true, "Paris"), List.of());
        for (int round = 0; round < 8; round++) {
            String number = "75260001" + round;
            String request = "LPP-2026-00001" + round;
            var outcomes = AtOnce.run(
                    () -> changes.setBillingNumber(request, SIRET, number),
                    () -> changes.setBillingNumber(request, CompanyFilesFolder.DESNOYERS, number));
            assertThat(outcomes.stream().filter(AtOnce.Outcome::won)).hasSize(1);
            assertThat(outcomes.stream().filter(it -> it.failure(InvalidEntry.class) != null))
                    .hasSize(1);
        }
    }

    @Test
    @DisplayName("PROC-14 what fails with its request is not noted either")
    void rolledBack() {
        registered();
        transaction.executeWithoutResult(status -> {
            changes.setBillingNumber("LPP-2026-000002", SIRET, "752600001");
            status.setRollbackOnly();
        });
        assertThat(texts()).hasSize(1);
        assertThat(companies.siretOfBillingNumber("752600001")).isEmpty();
        changes.setBillingNumber("LPP-2026-000002", SIRET, "752600001");
        assertThat(companies.siretOfBillingNumber("752600001")).contains(SIRET);
    }

    @Test
    @DisplayName("PROC-14 a number of another establishment, a SIRET of another company or of nobody is refused")
    void refused() {
        UUID id = registered();
        changes.addEstablishment("LPP-2026-000002", id, establishment(OTHER, false, "Melun"));
        changes.setBillingNumber("LPP-2026-000002", OTHER, "752600002");
        assertThatThrownBy(() -> changes.setBillingNumber("LPP-2026-000003", SIRET, "752600002"))
                .isInstanceOfSatisfying(
                        InvalidEntry.class, e -> assertThat(e.problems()).isEqualTo(Map.of("billingNumber", "TAKEN")));
        assertThatThrownBy(() -> changes.setBillingNumber("LPP-2026-000003", SIRET, "75260000"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> changes.addEstablishment(
                        "LPP-2026-000003", id, establishment(CompanyFilesFolder.LUNETTES, false, "Melun")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> changes.setBillingNumber("LPP-2026-000003", CompanyFilesFolder.LUNETTES, "752600003"))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> changes.replaceLegalRepresentatives("LPP-2026-000003", UUID.randomUUID(), List.of()))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(texts()).hasSize(3);
    }

    @Test
    @DisplayName("PROC-03 a legal representative is recognised by names and birth date, of this company only")
    void isLegalRepresentative() {
        UUID id = registered();
        changes.replaceLegalRepresentatives("LPP-2026-000002", id, List.of(ELISE, LOIC));
        assertThat(companies.isLegalRepresentative(id, "GARNIER NOEL", "elise", BIRTH))
                .isTrue();
        assertThat(companies.isLegalRepresentative(id, "O'connell", "LOIC", BIRTH))
                .isTrue();
        assertThat(companies.isLegalRepresentative(id, "O'connell", "Élise", BIRTH))
                .isFalse();
        assertThat(companies.isLegalRepresentative(id, "O'connell", "Loïc", BIRTH.plusDays(1)))
                .isFalse();
        assertThat(companies.isLegalRepresentative(UUID.randomUUID(), "O'connell", "Loïc", BIRTH))
                .isFalse();
    }

    @Test
    @DisplayName("PROC-08 a SIRET typed brings the company and its address, and no person")
    void suggest() {
        registered();
        Suggestion found = companies.suggest(SIRET).orElseThrow();
        assertThat(found.companyName()).isEqualTo("Optique Garnier");
        assertThat(found.address().city()).isEqualTo("Paris");
        assertThat(found.known()).isTrue();
        assertThat(companies.suggest(OTHER)).isEmpty();
        assertThat(companies.suggest("99970000800018")).isEmpty();
        assertThat(companies.suggest("' or 1=1 --")).isEmpty();
        assertThat(companies.bySiret("\u00e9")).isEmpty();
    }

    @Test
    @DisplayName("PROC-08 an unknown SIRET is asked from the remote register")
    void remote() {
        Suggestion remote = new Suggestion(
                "999700008", "Au loin", SIRET, true, "", new Address("", "", "", ""), "", "", null, false);
        var asking = new Companies(
                new CompanyTables(jdbc),
                new CompanyJournal(jdbc, java.time.Clock.systemUTC()),
                siret -> Optional.of(remote));
        assertThat(asking.suggest(SIRET)).contains(remote);
        assertThat(asking.bySiret(SIRET)).isEmpty();
        registered();
        assertThat(asking.suggest(SIRET).orElseThrow().known()).isTrue();
    }
}
