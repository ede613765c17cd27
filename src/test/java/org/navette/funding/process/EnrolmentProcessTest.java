package org.navette.funding.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.directory.Couloir;
import org.navette.engine.TaskRefused;
import org.navette.engine.Tasks;
import org.navette.funding.Enrolments;
import org.navette.funding.FundingTraces;
import org.navette.funding.FundingWorld;
import org.navette.funding.PayingAgency;
import org.navette.funding.Supplier;
import org.navette.partners.PartnerWorld;
import org.navette.procedures.Typed;
import org.navette.requests.Submission;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("The diagram enrolment")
class EnrolmentProcessTest {

    @Autowired
    FundingWorld world;

    @Autowired
    PayingAgency agency;

    @Autowired
    PartnerWorld partners;

    @Autowired
    Enrolments enrolments;

    @Autowired
    FundingTraces traces;

    @Autowired
    Tasks tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    SentLetters letters;

    private String number;
    private String email;

    @BeforeEach
    void send() {
        String siret = Typed.siret(Typed.siren(), 1);
        Map<String, Object> typed = FundingWorld.typed(world.software(Couloir.MDV), siret);
        email = (String) typed.get("applicantEmail");
        number = enrolments.send(world.draft(typed));
    }

    @Test
    @DisplayName("FUND-06 the agency's agents, and no others, find one task; the engine keeps nothing personal")
    void sent() {
        assertThat(number).matches("ENR\\d{4,}");
        assertThat(traces.status(number)).isEqualTo("En cours");
        assertThat(traces.tasks(number)).containsExactly("Instruire l'enrôlement");
        String task = agency.task(number).getId();
        assertThat(tasks.find(agency.agent(), task)).isPresent();
        assertThat(tasks.find(partners.agent("331"), task)).isEmpty();
        assertThat(runtime.getVariables(agency.task(number).getProcessInstanceId()))
                .containsOnlyKeys("number", "organism", "title", "agent", "formVersions")
                .containsEntry("title", "LGC Plume d'Œuvre");
        SentLetters.Letter mail = letters.lastTo(email);
        assertThat(mail.subject()).isEqualTo("Enrôlement " + number + " : demande enregistrée");
        assertThat(mail.text()).contains("Bonjour Maëlle D'HERVÉ").contains("LGC Plume d'Œuvre");
        assertThat(mail.link()).startsWith("/segur/enrolement/suivi/");
    }

    @Test
    @DisplayName("FUND-06 validated: an account is opened, told by mail with its identifier and a link")
    void validated() {
        agency.decide(number, Map.of("outcome", "VALIDATED", "message", "Bienvenue."));
        assertThat(traces.labels(number)).containsExactly("En cours", "Validée");
        assertThat(traces.instances(number)).isZero();
        letters.send(email);
        assertThat(letters.to(email))
                .extracting(SentLetters.Letter::subject)
                .contains("Enrôlement " + number + " : demande validée", "Activez votre compte « Ségur numérique »");
        assertThat(letters.to(email))
                .filteredOn(letter -> letter.subject().endsWith("demande validée"))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.text()).containsPattern("Votre identifiant de connexion est FRN\\d{5}");
                    assertThat(letter.link()).isEqualTo("/segur/enrolements/" + number);
                });
    }

    @Test
    @DisplayName("FUND-06 waiting for a document: said by mail, added by the supplier, back to the same agent")
    void document() {
        assertThatThrownBy(() -> agency.decide(number, Map.of("outcome", "DOCUMENT")))
                .as("what is awaited has to be said")
                .isInstanceOf(TaskRefused.class);
        agency.decide(number, Map.of("outcome", "DOCUMENT", "awaited", "Le Kbis est illisible."));
        assertThat(traces.status(number)).isEqualTo("En attente de pièce justificative");
        assertThat(traces.tasks(number)).isEmpty();
        assertThat(letters.lastTo(email).text()).contains("Le Kbis est illisible.");
        add();
        assertThat(traces.labels(number))
                .containsExactly("En cours", "En attente de pièce justificative", "Pièces ajoutées", "En cours");
        assertThat(agency.task(number).getAssignee()).isEqualTo(agency.agent());
        assertThat(traces.own(number).remark()).isNull();
    }

    @Test
    @DisplayName("FUND-06 waiting for the certificate of referencing is a status of its own")
    void certificate() {
        agency.decide(number, Map.of("outcome", "CERTIFICATE", "awaited", "Le certificat de l'ANS."));
        assertThat(traces.status(number)).isEqualTo("En attente du certificat de référencement");
        assertThat(letters.lastTo(email).subject()).contains("le certificat de référencement est attendu");
        add();
        agency.decide(number, Map.of("outcome", "VALIDATED"));
        assertThat(traces.status(number)).isEqualTo("Validée");
    }

    @Test
    @DisplayName("FUND-06 rejected: the ground is mailed, and the software can be asked for again")
    void rejected() {
        agency.decide(number, Map.of("outcome", "REJECTED", "ground", "Le mandat n'est pas signé."));
        assertThat(traces.labels(number)).containsExactly("En cours", "Rejetée");
        assertThat(letters.lastTo(email).text()).contains("Le mandat n'est pas signé.");
        Map<String, Object> again = FundingWorld.typed(traces.own(number).ansNumber(), Typed.siret(Typed.siren(), 1));
        assertThat(enrolments.send(world.draft(again))).isNotEqualTo(number);
    }

    @Test
    @DisplayName("FUND-06 a complementary one goes the same way, and opens no second account")
    void complementary() {
        Supplier supplier = world.supplier();
        String other = world.enrol(supplier);
        agency.decide(other, Map.of("outcome", "VALIDATED"));
        assertThat(traces.labels(other)).containsExactly("En cours", "Validée");
        assertThat(traces.letters(other)).containsExactly("funding/enrolment-received", "funding/enrolment-validated");
        String to = supplier.correspondent().email();
        letters.send(to);
        assertThat(letters.to(to)).hasSize(2).allMatch(letter -> letter.link().equals("/segur/enrolements/" + other));
    }

    private void add() {
        var found = world.found(number);
        UUID key = UUID.randomUUID();
        UUID file = world.upload(key, enrolments.owner(found.request()), "kbis.pdf");
        enrolments.add(found, new Submission(key, "", Map.of("comment", "Voici."), List.of(file)));
    }
}
