package org.navette.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.NavetteTest;
import org.navette.directory.Company;
import org.navette.engine.TaskRefused;
import org.navette.forms.InvalidAnswers;
import org.navette.requests.Dossier;
import org.navette.requests.Dossiers;
import org.navette.requests.History;
import org.navette.requests.Submission;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("PROC-03 Becoming responsible on a proof")
class ResponsibleDemandsTest extends MemberHelp {

    @Autowired
    Dossiers dossiers;

    @Autowired
    History history;

    @Autowired
    Overview overview;

    @Autowired
    Details details;

    @Test
    @DisplayName(
            "PROC-03 a proof gets a number of the espace; the person follows it on their account, nobody else does")
    void asked() {
        Office responsible = world.responsible();
        Office person = world.unverified(world.siret(responsible));
        String number = asked(person);
        assertThat(number).matches("LPP-\\d{4}-\\d{6}");
        var detail = demands.latest(person).orElseThrow();
        assertThat(detail.request().number()).isEqualTo(number);
        assertThat(detail.isOpen()).isTrue();
        assertThat(detail.sent()).singleElement().satisfies(file -> assertThat(file.name())
                .isEqualTo("kbis.pdf"));
        for (Office other : new Office[] {responsible, world.colleague(responsible, Standing.READER), person}) {
            var page = history.page(other.scope(), History.Filter.NONE, new History.Sort(History.By.DATE, true), 1, 10);
            assertThat(page.rows()).isEmpty();
            assertThat(overview.of(other)).allMatch(list -> list.total() == 0);
            assertThat(details.of(other, number)).isEmpty();
        }
        assertThat(demands.latest(responsible)).isEmpty();
        assertThat(browser(person).get("/demarches/compte").text())
                .contains("n° " + number)
                .contains("En traitement");
    }

    @Test
    @DisplayName(
            "PROC-03 the agent reads names, birth date, comment, company and its representatives, and opens the proof")
    void dossier() {
        Company company = world.company();
        Office person = unverified(company);
        String number = asked(person);
        Dossier dossier = dossiers.of(
                        service.agent(), UUID.fromString(service.task(number).getId()))
                .orElseThrow();
        assertThat(dossier.structure()).isEqualTo(company.name());
        assertThat(ProcedureTraces.texts(dossier.blocks()))
                .contains(
                        "Civilité: Madame",
                        "Nom: D'Hervé",
                        "Prénom: Maëlle",
                        "Adresse e-mail: " + world.login(person),
                        "Date de naissance: 01/02/1980",
                        "Commentaire: Je suis la gérante.",
                        "Raison sociale: " + company.name(),
                        "Siège: " + siret(company),
                        "Gérante: Madame TRAORÉ Hélène, né(e) le 01/06/1975");
        assertThat(dossier.files()).hasSize(1);
        assertThat(dossiers.file(
                        service.agent(),
                        UUID.fromString(service.task(number).getId()),
                        dossier.files().get(0).id()))
                .isPresent();
    }

    @Test
    @DisplayName("PROC-03 the same demand sent twice counts once, also at the same instant")
    void once() {
        Office person = unverified(world.company());
        Submission proof = proof(person);
        List<AtOnce.Outcome<String>> outcomes =
                AtOnce.call(List.of(() -> demands.ask(person, proof), () -> demands.ask(person, proof)));
        assertThat(outcomes).allMatch(AtOnce.Outcome::won);
        assertThat(outcomes.get(0).value()).isEqualTo(outcomes.get(1).value());
        assertThat(traces.instances(
                        java.util.Objects.requireNonNull(outcomes.get(0).value())))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("PROC-03 a person has one demand at a time, also with two forms sent at the same instant")
    void oneAtATime() {
        Office person = unverified(world.company());
        Submission one = proof(person);
        Submission other = proof(person);
        List<AtOnce.Outcome<String>> outcomes =
                AtOnce.call(List.of(() -> demands.ask(person, one), () -> demands.ask(person, other)));
        assertThat(outcomes).filteredOn(AtOnce.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .singleElement()
                .satisfies(outcome ->
                        assertThat(outcome.failure(Refused.class).reason()).isEqualTo(Refused.Reason.ALREADY_ASKED));
    }

    @Test
    @DisplayName("PROC-03 a demand without a file, without a birth date, or of who cannot be responsible is refused")
    void refused() {
        Office person = unverified(world.company());
        var without = new Submission(UUID.randomUUID(), "", Map.of("birthDate", "1980-02-01"), List.of());
        assertThatThrownBy(() -> demands.ask(person, without))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.PROOF_MISSING));
        assertThatThrownBy(() -> demands.ask(person, proof(person, Map.of()))).isInstanceOf(InvalidAnswers.class);
        for (Office other : new Office[] {world.newcomer(), world.responsible()}) {
            assertThatThrownBy(() -> demands.ask(other, proof(other))).isInstanceOf(NoSuchElementException.class);
        }
        assertThat(demands.latest(person)).isEmpty();
    }

    @Test
    @DisplayName("PROC-03 an acceptance is refused to the agent when the account is closed or elsewhere meanwhile")
    void meanwhile() {
        Office closed = unverified(world.company());
        String ofClosed = asked(closed);
        accounts.deactivate(closed.account());
        assertThatThrownBy(() -> service.accept(ofClosed))
                .isInstanceOf(TaskRefused.class)
                .hasMessageContaining("Le compte de cette personne est fermé");
        assertThat(traces.status(ofClosed)).isEqualTo("En traitement");

        Office moved = unverified(world.company());
        String ofMoved = asked(moved);
        Company elsewhere = world.company();
        jdbc.sql("update procedure_member set company_id = ?, standing = 'READER' where account_id = ?")
                .params(elsewhere.id(), moved.account())
                .update();
        assertThatThrownBy(() -> service.accept(ofMoved))
                .isInstanceOf(TaskRefused.class)
                .hasMessageContaining("à une autre entreprise");
        assertThat(standing(moved)).isEqualTo(Standing.READER);
    }

    @Test
    @DisplayName("PROC-03 accepted, the person is responsible; what the agent joined can be downloaded by them alone")
    void accepted() {
        Office before = world.responsible();
        Office person = world.unverified(world.siret(before));
        String number = asked(person);
        service.claim(service.agent(), number);
        UUID file = dossiers.add(
                        service.agent(),
                        UUID.fromString(service.task(number).getId()),
                        "notification.pdf",
                        new java.io.ByteArrayInputStream(org.navette.files.SamplePdf.plain()))
                .id();
        service.decide(number, Map.of("outcome", "ACCEPTED", "message", "Bienvenue."));
        Office now = world.again(person);
        assertThat(now.member().standing()).isEqualTo(Standing.RESPONSIBLE);
        assertThat(now.company().id()).isEqualTo(before.company().id());
        assertThat(demands.latest(now).orElseThrow().thread())
                .singleElement()
                .satisfies(message -> assertThat(message.body()).isEqualTo("Bienvenue."));
        String path = "/demarches/compte/responsable/fichiers/" + file;
        assertThat(browser(now).get(path).status()).isEqualTo(200);
        assertThat(browser(before).get(path).status()).isEqualTo(404);
        assertThat(mails(before)).containsExactly("Un nouveau responsable juridique de votre entreprise");
    }

    @Test
    @DisplayName("PROC-03 refused, another proof can be sent; accepted then")
    void again() {
        Office person = unverified(world.company());
        String first = asked(person);
        service.decide(first, Map.of("outcome", "REFUSED", "explanation", "Ce Kbis est celui d'une autre entreprise."));
        assertThat(standing(person)).isEqualTo(Standing.UNVERIFIED);
        assertThat(browser(person).get("/demarches/compte/responsable").text())
                .contains("Ce Kbis est celui d'une autre entreprise.")
                .contains("Transmettre un justificatif");
        String second = asked(person);
        assertThat(second).isNotEqualTo(first);
        service.accept(second);
        assertThat(standing(person)).isEqualTo(Standing.RESPONSIBLE);
    }

    @Test
    @DisplayName("PROC-03 a newcomer's status is confirmed when the first installation is accepted")
    void firstInstallation() {
        Office newcomer = world.newcomer();
        assertThat(newcomer.company()).isNull();
        String number = world.send(newcomer, "first-installation");
        assertThat(standing(newcomer)).isEqualTo(Standing.NEWCOMER);
        service.decide(number, Map.of("outcome", "ACCEPTED", "billingNumber", billingNumber()));
        Office now = world.again(newcomer);
        assertThat(now.member().standing()).isEqualTo(Standing.RESPONSIBLE);
        assertThat(now.company().headOffice().orElseThrow().siret()).isEqualTo(world.siret(newcomer));
        assertThat(details.of(now, number)).isPresent();
        assertThat(browser(now).get("/demarches/compte").text()).contains("Facturation n°");
    }

    private static String billingNumber() {
        for (int i = 752_600_000 + (int) (Math.random() * 900_000); ; i++) {
            if (org.navette.directory.BillingNumber.isValid(String.valueOf(i))) {
                return String.valueOf(i);
            }
        }
    }
}
