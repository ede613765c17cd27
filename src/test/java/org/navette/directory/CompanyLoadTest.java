package org.navette.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.directory.SomeCompanies.BIRTH;
import static org.navette.directory.SomeCompanies.ELISE;
import static org.navette.directory.SomeCompanies.LOIC;
import static org.navette.directory.SomeCompanies.SIRET;
import static org.navette.directory.SomeCompanies.ZOE;
import static org.navette.directory.SomeCompanies.establishment;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
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

@NavetteTest
@DisplayName("PROC-08 Loading the data files of companies")
class CompanyLoadTest {

    @Autowired
    Companies companies;

    @Autowired
    CompanyChanges changes;

    @Autowired
    CompaniesAtStart atStart;

    @Autowired
    MeterRegistry meters;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @BeforeEach
    @AfterEach
    void clear() {
        SomeCompanies.clear(jdbc);
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
        changes.register("LPP-2026-000001", "Optique", establishment(SIRET, true, "Paris"), List.of(ELISE));
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
