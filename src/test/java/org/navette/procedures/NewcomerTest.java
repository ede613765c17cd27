package org.navette.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.navette.procedures.Typed.billing;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.directory.Companies;
import org.navette.directory.Company;
import org.navette.directory.Establishment;
import org.navette.requests.Dossiers;
import org.navette.requests.History;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("PROC-03 Somebody whose company the directory does not know")
class NewcomerTest {

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
    Corrections corrections;

    @Autowired
    Details details;

    @Autowired
    Companies companies;

    @Autowired
    History history;

    @Autowired
    Dossiers dossiers;

    @Autowired
    SentLetters letters;

    private Office newcomer;
    private String siren;

    @BeforeEach
    void register() {
        newcomer = world.newcomer();
        siren = world.siret(newcomer).substring(0, 9);
    }

    @Test
    @DisplayName(
            "PROC-14 is responsible for the company once their first installation is accepted, which is theirs alone before")
    void accepted() {
        Office sameSiret = world.newcomer(world.siret(newcomer));
        Office sameSiren = world.newcomer(Typed.siret(siren, 2));
        Office unverified = world.unverified(world.siret(newcomer));
        String number = world.send(newcomer, "first-installation");
        for (Office other : List.of(sameSiret, sameSiren, unverified)) {
            assertThat(details.of(other, number)).isEmpty();
            assertThat(listed(other)).isZero();
        }
        assertThat(listed(newcomer)).isEqualTo(1);
        String billing = billing();
        service.acceptWith(number, billing);

        Office now = world.again(newcomer);
        assertThat(now.member().standing()).isEqualTo(Standing.RESPONSIBLE);
        Company company = companies.bySiret(world.siret(newcomer)).orElseThrow();
        assertThat(now.company()).isEqualTo(company);
        assertThat(company.name()).isEqualTo("Orthopédie d'Œuvre & Fils");
        assertThat(company.legalRepresentatives())
                .extracting(person -> person.lastName())
                .containsExactly("GARNIER-NOËL");
        assertThat(company.establishments()).singleElement().satisfies(seat -> {
            assertThat(seat.headOffice()).isTrue();
            assertThat(seat.billingNumber()).isEqualTo(billing);
            assertThat(seat.name()).isEqualTo("L'Atelier");
            assertThat(seat.technicalRepresentatives())
                    .extracting(person -> person.lastName())
                    .containsExactly("O’CONNELL");
        });
        assertThat(details.of(now, number).orElseThrow().own().billingNumber()).isEqualTo(billing);
        assertThat(letters.lastTo(world.login(newcomer)).text()).contains(number, billing);
        // the request is the company's now: its people see it, strangers still do not
        assertThat(details.of(world.colleague(now, Standing.READER), number)).isPresent();
        for (Office other : List.of(sameSiret, sameSiren, unverified)) {
            assertThat(details.of(world.again(other), number)).isEmpty();
        }
        assertThat(world.send(now, "certificate")).startsWith("LPP-");
    }

    @Test
    @DisplayName("PROC-14 keeps, once accepted, what they were preparing besides, files included")
    void draftsHanded() {
        UUID other = world.draft(newcomer, "first-installation");
        String refused = world.send(newcomer, "first-installation");
        service.refuse(refused);
        String number = world.send(newcomer, "first-installation");
        service.acceptWith(number, billing());

        Office now = world.again(newcomer);
        assertThat(listed(now)).isEqualTo(2);
        assertThat(drafts.of(now)).extracting(Draft::id).containsExactly(other);
        assertThat(wizard.of(now, other).orElseThrow().files().values())
                .hasSize(5)
                .allMatch(files -> files.size() == 1);
        drafts.delete(now, other);
        assertThat(drafts.of(now)).isEmpty();
    }

    @Test
    @DisplayName("PROC-03 cannot ask for another company than the one declared at the registration")
    void anotherCompany() {
        UUID draft = world.draft(newcomer, "first-installation");
        drafts.save(
                newcomer,
                draft,
                "head-office",
                Typed.headOffice(Typed.siret(Typed.siren(), 1)),
                world.version(newcomer, draft));
        assertThat(wizard.of(newcomer, draft).orElseThrow().checked().problems().get("head-office"))
                .singleElement()
                .asString()
                .contains("déclaré à l'inscription", world.siret(newcomer));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> world.send(newcomer, draft))
                .matches(refused -> refused.reason() == Refused.Reason.INCOMPLETE);
    }

    @Test
    @DisplayName("PROC-03 has one first installation under way at a time, even when two are sent at once")
    void oneAtATime() {
        List<UUID> ready =
                List.of(world.draft(newcomer, "first-installation"), world.draft(newcomer, "first-installation"));
        var outcomes = AtOnce.call(
                List.of(() -> world.send(newcomer, ready.get(0)), () -> world.send(newcomer, ready.get(1))));
        assertThat(outcomes).filteredOn(AtOnce.Outcome::won).hasSize(1);
        assertThat(listed(newcomer)).isEqualTo(1);
        UUID left = drafts.of(newcomer).get(0).id();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> world.send(newcomer, left))
                .matches(refused -> refused.reason() == Refused.Reason.ALREADY_SENT);
        assertThat(drafts.of(newcomer)).as("nothing is lost").hasSize(1);
    }

    @Test
    @DisplayName("PROC-14 may have the establishment elsewhere than the seat: the number is the establishment's")
    void twoPlaces() {
        UUID draft = world.draft(newcomer, "first-installation");
        String place = Typed.siret(siren, 2);
        wizard.save(newcomer, draft, "establishment", Typed.establishment(place), world.version(newcomer, draft));
        String billing = billing();
        service.acceptWith(world.send(newcomer, draft), billing);
        Company company = companies.bySiret(place).orElseThrow();
        assertThat(company.establishments())
                .extracting(Establishment::siret, Establishment::headOffice, Establishment::billingNumber)
                .containsExactlyInAnyOrder(tuple(world.siret(newcomer), true, null), tuple(place, false, billing));
        assertThat(company.establishment(place).orElseThrow().technicalRepresentatives())
                .hasSize(1);
    }

    @Test
    @DisplayName("PROC-03 is refused the SIRET of a company that the directory knows, and of two companies at once")
    void foreignSirets() {
        Office known = world.responsible();
        UUID draft = world.draft(newcomer, "first-installation");
        long version = wizard.save(
                newcomer,
                draft,
                "establishment",
                Typed.establishment(world.siret(known)),
                world.version(newcomer, draft));
        assertThat(wizard.of(newcomer, draft).orElseThrow().checked().problems().get("establishment"))
                .containsExactly("Ce SIRET n'est pas celui d'un établissement de la même entreprise que le siège.");
        wizard.save(newcomer, draft, "head-office", Typed.headOffice(world.siret(known)), version);
        assertThat(wizard.of(newcomer, draft).orElseThrow().checked().problems())
                .containsOnlyKeys("head-office", "establishment")
                .containsEntry(
                        "establishment",
                        List.of(
                                "Cette entreprise est déjà connue de l'annuaire : demandez à y être rattaché depuis votre"
                                        + " compte."));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> world.send(newcomer, draft));
    }

    @Test
    @DisplayName("PROC-03 stays a newcomer when the request is refused, and can begin anew from it")
    void refused() {
        String number = world.send(newcomer, "first-installation");
        service.refuse(number);
        Office now = world.again(newcomer);
        assertThat(now.member().standing()).isEqualTo(Standing.NEWCOMER);
        assertThat(companies.bySiret(world.siret(newcomer))).isEmpty();
        UUID draft = corrections.restart(now, number);
        assertThat(wizard.of(now, draft).orElseThrow().checked().problems()).containsOnlyKeys(Draft.DOCUMENTS);
    }

    @Test
    @DisplayName("PROC-03 whose company has become known meanwhile is shown to the agent as such")
    void secondOfTheSameCompany() {
        Office second = world.newcomer(world.siret(newcomer));
        String number = world.send(newcomer, "first-installation");
        String late = world.send(second, "first-installation");
        assertThat(dossier(late)).noneMatch(line -> line.contains("déjà connue"));
        service.acceptWith(number, billing());
        assertThat(dossier(late))
                .contains(
                        "Entreprise déjà connue de l'annuaire: Orthopédie d'Œuvre & Fils : accepter ferait du demandeur un de"
                                + " ses responsables juridiques.");
        DirectoryUpdateTest.refusedAgent("déjà un numéro de facturation", () -> service.acceptWith(late, billing()));
        service.refuse(late);
        assertThat(world.again(second).member().standing()).isEqualTo(Standing.NEWCOMER);
        assertThat(details.of(world.again(second), number)).isEmpty();
    }

    private List<String> dossier(String number) {
        return ProcedureTraces.texts(dossiers.of(
                        service.agent(), UUID.fromString(service.task(number).getId()))
                .orElseThrow()
                .blocks());
    }

    private int listed(Office office) {
        return history.page(office.scope(), History.Filter.NONE, new History.Sort(History.By.DATE, true), 1, 10)
                .rows()
                .size();
    }
}
