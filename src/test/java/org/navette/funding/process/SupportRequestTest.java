package org.navette.funding.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.TableSearch;
import org.navette.engine.TaskRefused;
import org.navette.funding.AgencyDesk;
import org.navette.funding.PayingAgency;
import org.navette.funding.SupportWorld;
import org.navette.requests.Dossier;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("The diagram support-request")
class SupportRequestTest {

    @Autowired
    SupportWorld world;

    @Autowired
    PayingAgency agency;

    @Autowired
    AgencyDesk desk;

    @Autowired
    SentLetters letters;

    @Autowired
    TableSearch search;

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("FUND-03 the agency's agents, and no others, find one task; a mail gives the number and no free text")
    void asked() {
        String email = SupportWorld.email();
        String number = world.sent(email);
        desk.findsOnly(number, "Répondre à la demande d'assistance", "Difficulté technique");
        SentLetters.Letter mail = letters.lastTo(email);
        assertThat(mail.subject()).isEqualTo("Demande d'assistance " + number + " : bien reçue");
        assertThat(mail.text())
                .contains("Bonjour Éloïse Chaput,", number, "Couloir\u00a0: Hôpital", "Phase\u00a0: Avance")
                .contains("Numéro de demande associée\u00a0: Sans objet")
                .doesNotContain("refusé à la simulation");
    }

    @Test
    @DisplayName("FUND-03 the answer goes out by mail with a reminder of the question; the request is closed")
    void answered() {
        String email = SupportWorld.email();
        String number = world.sent(email);
        assertThatThrownBy(() -> agency.decide(number, Map.of()))
                .as("an answer is asked for")
                .isInstanceOf(TaskRefused.class);
        assertThatThrownBy(() -> agency.decide(number, Map.of("answer", "x".repeat(3001))))
                .isInstanceOf(TaskRefused.class);
        agency.decide(number, Map.of("answer", "Corrigez la date de la commande."));
        assertThat(world.labels(number)).containsExactly("En cours", "Répondue");
        assertThat(world.instances(number)).isZero();
        assertThat(world.letters(number)).containsExactly("funding/support-received", "funding/support-answered");
        SentLetters.Letter mail = letters.lastTo(email);
        assertThat(mail.subject()).isEqualTo("Demande d'assistance " + number + " : réponse");
        assertThat(mail.text())
                .contains("Corrigez la date de la commande.", "Mon fichier est refusé à la simulation.")
                .contains("Type de demande\u00a0: Difficulté technique");
        assertThat(mail.link()).isEqualTo("/segur/contact");
        assertThat(world.thread(number)).singleElement().satisfies(message -> assertThat(message.body())
                .isEqualTo("Corrigez la date de la commande."));
    }

    @Test
    @DisplayName(
            "FUND-03 COMM-10 the dossier shows what was typed and that nobody was signed in; the answer takes no file")
    void dossier() {
        String number = world.sent(SupportWorld.email());
        Dossier dossier = desk.taken(number);
        assertThat(dossier.structure()).isEqualTo("Éloïse Chaput");
        assertThat(dossier.acting().mine()).isTrue();
        assertThat(dossier.canAdd()).isFalse();
        assertThat(AgencyDesk.lines(dossier))
                .contains(
                        "Couloir: Hôpital",
                        "Numéro de demande associée: Sans objet",
                        "Description: Mon fichier est refusé à la simulation.",
                        "Envoyée: Sans compte\u00a0: identité non vérifiée");
    }

    @Test
    @DisplayName("FUND-03 a task that is overdue after five days is opened to the supervisors")
    void late() {
        String number = world.sent(SupportWorld.email());
        desk.opensToSupervisors(number, 5);
    }

    @Test
    @DisplayName("COMM-04 what the person and the agent typed rests in no table of the engine")
    void engineKeepsNothing() {
        String email = "zinzolin." + SupportWorld.email();
        String number = world.sent(email);
        agency.decide(number, Map.of("answer", "Turlututu chapeau pointu."));
        letters.send(email);
        search.notInTheEngine("zinzolin|turlututu|chaput|01 ?99 ?00 ?12 ?47|refusé à la simulation", number);
        assertThat(search.columnsWith("zinzolin", "funding\\_support\\_request"))
                .contains("funding_support_request.email");
    }
}
