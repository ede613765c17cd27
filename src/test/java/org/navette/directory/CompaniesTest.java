package org.navette.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
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
import org.junit.jupiter.api.io.TempDir;
import org.navette.AtOnce;
import org.navette.NavetteTest;
import org.navette.directory.Establishment.Address;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@NavetteTest
@DisplayName("PROC-08 The companies of the directory")
class CompaniesTest {

    private static final String SIRET = "99970000800017";
    private static final String OTHER = "99970000800025";
    private static final LocalDate BIRTH = LocalDate.of(1980, 2, 29);
    private static final LegalRepresentative ELISE =
            new LegalRepresentative("MRS", "Garnier-Noël", "Élise", BIRTH, "Gérante", "e@x.example", "0639981001");
    private static final LegalRepresentative LOIC =
            new LegalRepresentative("MR", "O’Connell", "Loïc", BIRTH, "Président", "", "");
    private static final TechnicalRepresentative ZOE =
            new TechnicalRepresentative("MRS", "Peña", "Zoé", BIRTH, "BTS opticien-lunetier", null, "752612345");

    @Autowired
    Companies companies;

    @Autowired
    CompanyChanges changes;

    @Autowired
    CompaniesAtStart atStart;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MeterRegistry meters;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @BeforeEach
    @AfterEach
    void clear() {
        String mine = "(select id from company where siren like '9997%' or siren like '9998%')";
        jdbc.sql("delete from technical_representative where siret like '9997%' or siret like '9998%'")
                .update();
        jdbc.sql("delete from legal_representative where company_id in " + mine).update();
        jdbc.sql("delete from establishment where company_id in " + mine).update();
        jdbc.sql("delete from company_change where company_id in " + mine).update();
        jdbc.sql("delete from company where siren like '9997%' or siren like '9998%'")
                .update();
        jdbc.sql("delete from directory_load").update();
    }

    private static Establishment establishment(String siret, boolean headOffice, String city) {
        return new Establishment(
                siret,
                headOffice,
                "",
                new Address("1 rue de l’Église", "", "75010", city),
                "a@b.example",
                "0199001001",
                LocalDate.of(2020, 1, 2),
                null,
                List.of(ZOE));
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

    private double loads(String result) {
        return meters.counter(CompaniesAtStart.METER, "result", result).count();
    }

    @Test
    @DisplayName("PROC-08 data files are loaded once, then again when they have changed")
    void load() {
        var files = new CompanyFilesFolder(folder);
        double before = loads("loaded");
        double same = loads("unchanged");
        atStart.load(files.location());
        atStart.load(files.location());
        assertThat(loads("loaded") - before).isEqualTo(1);
        assertThat(loads("unchanged") - same).isEqualTo(1);
        Company desnoyers = companies.bySiret(CompanyFilesFolder.SECOND).orElseThrow();
        assertThat(desnoyers.name()).isEqualTo("Orthopédie Desnoyers");
        assertThat(desnoyers.headOffice().orElseThrow().technicalRepresentatives())
                .hasSize(2);
        assertThat(companies.isLegalRepresentative(desnoyers.id(), "oconnell muller", "anne sophie", BIRTH))
                .isTrue();

        // the seat and a number move to other establishments
        files.write(
                "establishments.csv",
                "siret;head_office;name;line1;line2;postcode;city;email;phone;opened_on;billing_number\n"
                        + "99980001400014;non;;3 rue;;94240;Paris;;;;759900002\n"
                        + "99980001400022;oui;Annexe;4 rue;;75020;Paris;;;;\n"
                        + "99980002200017;oui;;5 rue;;75020;Paris;;;;759900001\n");
        atStart.load(files.location());
        assertThat(loads("loaded") - before).isEqualTo(2);
        Company moved = companies.bySiret(CompanyFilesFolder.SECOND).orElseThrow();
        assertThat(moved.id()).isEqualTo(desnoyers.id());
        assertThat(moved.headOffice().orElseThrow().siret()).isEqualTo(CompanyFilesFolder.SECOND);
        assertThat(companies.siretOfBillingNumber("759900001")).contains(CompanyFilesFolder.LUNETTES);
        assertThat(jdbc.sql("select companies, establishments, legal_representatives, technical_representatives, kept"
                                + " from directory_load order by id desc limit 1")
                        .query()
                        .singleRow()
                        .values())
                .containsExactly(2, 3, 1, 2, 0);
    }

    @Test
    @DisplayName("PROC-08 what an accepted request has changed is not overwritten by the files")
    void kept() {
        var files = new CompanyFilesFolder(folder);
        atStart.load(files.location());
        UUID id = companies.bySiret(CompanyFilesFolder.DESNOYERS).orElseThrow().id();
        Address moved = new Address("9 rue", "", "75020", "Paris");
        changes.changeContact("LPP-2026-000001", CompanyFilesFolder.DESNOYERS, moved, "", "");
        changes.replaceLegalRepresentatives("LPP-2026-000001", id, List.of(LOIC));
        changes.replaceTechnicalRepresentatives("LPP-2026-000001", CompanyFilesFolder.LUNETTES, List.of(ZOE));
        files.change("companies.csv", "Orthopédie Desnoyers", "Desnoyers et Fils");
        atStart.load(files.location());

        Company company = companies.find(id).orElseThrow();
        assertThat(company.name()).isEqualTo("Desnoyers et Fils");
        assertThat(company.headOffice().orElseThrow().address()).isEqualTo(moved);
        assertThat(company.headOffice().orElseThrow().technicalRepresentatives())
                .hasSize(2);
        assertThat(company.legalRepresentatives()).containsExactly(LOIC);
        assertThat(companies
                        .bySiret(CompanyFilesFolder.LUNETTES)
                        .flatMap(Company::headOffice)
                        .orElseThrow()
                        .technicalRepresentatives())
                .containsExactly(ZOE);
        assertThat(jdbc.sql("select kept from directory_load order by id desc limit 1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    @DisplayName("PROC-08 a head office that a request has moved stays where it is")
    void keptSeat() {
        var files = new CompanyFilesFolder(folder);
        atStart.load(files.location());
        UUID id = companies.bySiret(CompanyFilesFolder.DESNOYERS).orElseThrow().id();
        changes.addEstablishment("LPP-2026-000001", id, establishment(CompanyFilesFolder.SECOND, true, "Melun"));
        files.change("companies.csv", "Orthopédie Desnoyers", "Desnoyers et Fils");
        atStart.load(files.location());
        assertThat(companies.find(id).flatMap(Company::headOffice).orElseThrow().siret())
                .isEqualTo(CompanyFilesFolder.SECOND);
    }

    @Test
    @DisplayName("PROC-08 files with a wrong line change nothing, and the application goes on")
    void refusedFiles() {
        var files = new CompanyFilesFolder(folder);
        atStart.load(files.location());
        double before = loads("refused");
        files.change("companies.csv", "Orthopédie Desnoyers", "Desnoyers et Fils");
        files.change("technical-representatives.csv", "942612345", "9426");
        atStart.load(files.location());
        atStart.load("file:/nowhere/at/all");
        assertThat(loads("refused") - before).isEqualTo(2);
        assertThat(companies.bySiret(CompanyFilesFolder.DESNOYERS).orElseThrow().name())
                .isEqualTo("Orthopédie Desnoyers");
    }

    @Test
    @DisplayName("PROC-08 a billing number that a request gave to another establishment refuses the files, whole")
    void takenNumber() {
        var files = new CompanyFilesFolder(folder);
        registered();
        changes.setBillingNumber("LPP-2026-000001", SIRET, "759900002");
        double before = loads("refused");
        atStart.load(files.location());
        assertThat(loads("refused") - before).isEqualTo(1);
        assertThat(companies.bySiret(CompanyFilesFolder.DESNOYERS)).isEmpty();
    }

    @Test
    @DisplayName("PROC-08 two nodes that start together load one after the other")
    void twoNodes() {
        var files = new CompanyFilesFolder(folder);
        double before = loads("loaded");
        AtOnce.call(Collections.nCopies(3, () -> {
                    atStart.load(files.location());
                    return true;
                }))
                .forEach(outcome -> assertThat(outcome.failure()).isNull());
        assertThat(loads("loaded") - before).isEqualTo(1);
    }
}
