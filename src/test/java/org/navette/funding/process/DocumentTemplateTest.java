package org.navette.funding.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.TableSearch;
import org.navette.directory.Couloir;
import org.navette.engine.TaskRefused;
import org.navette.funding.AgencyDesk;
import org.navette.funding.DocumentTemplates;
import org.navette.funding.DocumentTemplates.Past;
import org.navette.funding.FundingTraces;
import org.navette.funding.PayingAgency;
import org.navette.funding.Supplier;
import org.navette.funding.TemplateWorld;
import org.navette.requests.Dossier;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("The diagram document-template")
class DocumentTemplateTest {

    @Autowired
    TemplateWorld world;

    @Autowired
    DocumentTemplates templates;

    @Autowired
    PayingAgency agency;

    @Autowired
    AgencyDesk desk;

    @Autowired
    FundingTraces traces;

    @Autowired
    RuntimeService runtime;

    @Autowired
    SentLetters letters;

    @Autowired
    TableSearch search;

    private Supplier supplier;
    private String number;
    private String email;

    @BeforeEach
    void send() {
        supplier = world.supplier(Couloir.HOP);
        email = supplier.correspondent().email();
        number = world.send(supplier, "MODELE_BDC_HOP");
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("FUND-22 the agency's agents, and no others, find one task; no mail is sent")
    void sent() {
        assertThat(number).matches("MOD\\d{4,}");
        assertThat(traces.status(number)).isEqualTo("En attente d'instruction");
        desk.findsOnly(number, "Instruire le modèle de document", "Modèle de bon de commande – couloir Hôpital");
        assertThat(traces.letters(number)).isEmpty();
        assertThat(traces.files(number)).hasSize(1);
    }

    @Test
    @DisplayName("FUND-22 the dossier shows the template, the supplier, and the software of this couloir")
    void dossier() {
        Dossier dossier = desk.taken(number);
        assertThat(dossier.structure()).isEqualTo(supplier.name());
        assertThat(AgencyDesk.lines(dossier))
                .contains(
                        "Code: MODELE_BDC_HOP",
                        "Couloir: Hôpital (HOP)",
                        "Fichier: modele-turlututu.pdf",
                        "SIRET: " + supplier.siret())
                .anyMatch(line -> line.startsWith("tsthop"));
    }

    @Test
    @DisplayName("FUND-22 accepted, with what the agent adds or without: told to the supplier")
    void accepted() {
        agency.decide(number, Map.of("outcome", "ACCEPTED", "comment", "Bon pour la vague 2."));
        assertThat(traces.labels(number)).containsExactly("En attente d'instruction", "Accepté");
        assertThat(traces.instances(number)).isZero();
        assertThat(past().remark()).isEqualTo("Bon pour la vague 2.");
        SentLetters.Letter mail = letters.lastTo(email);
        assertThat(mail.subject()).isEqualTo("Modèle de document " + number + " : accepté");
        assertThat(mail.text())
                .contains(
                        "Bonjour Maëlle D'HERVÉ",
                        "Modèle de bon de commande – couloir Hôpital",
                        "Bon pour la vague 2.");
        assertThat(mail.link()).isEqualTo("/segur/modeles");

        number = world.send(supplier, "MODELE_VA_HOP");
        agency.decide(number, Map.of("outcome", "ACCEPTED"));
        assertThat(past().status()).isEqualTo("Accepté");
        assertThat(past().remark()).isNull();
        assertThat(traces.letters(number)).containsExactly("funding/template-accepted");
    }

    @Test
    @DisplayName("FUND-22 rejected: the ground is asked for, mailed and kept in the history")
    void rejected() {
        for (Map<String, Object> none : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("outcome", "REJECTED"),
                Map.of("outcome", "REJECTED", "ground", "   "),
                Map.of("outcome", "REJECTED", "comment", "Au mauvais endroit."),
                Map.of("outcome", "VALIDATED"),
                Map.of("outcome", "ACCEPTED", "comment", "x".repeat(3001)),
                Map.of("outcome", "REJECTED", "ground", "x".repeat(3001)))) {
            assertThatThrownBy(() -> agency.decide(number, none))
                    .as("%s", none.keySet())
                    .isInstanceOf(TaskRefused.class);
        }
        agency.decide(number, Map.of("outcome", "REJECTED", "ground", "Le logo du Ségur manque."));
        assertThat(traces.labels(number)).containsExactly("En attente d'instruction", "Rejeté");
        assertThat(past().remark()).isEqualTo("Le logo du Ségur manque.");
        assertThat(letters.lastTo(email).text()).contains("Le logo du Ségur manque.");
        assertThat(traces.letters(number)).containsExactly("funding/template-rejected");
    }

    @Test
    @DisplayName("FUND-22 an instance that an administrator deletes reads as withdrawn, and the supplier imports again")
    void deleted() {
        runtime.deleteProcessInstance(traces.instance(number), "essai");
        assertThat(past().status()).isEqualTo("Retiré");
        assertThat(templates.file(supplier, number)).isPresent();
        assertThat(traces.letters(number)).isEmpty();
        assertThat(world.send(supplier, "MODELE_BDC_HOP")).isNotEqualTo(number);
    }

    @Test
    @DisplayName("FUND-22 a task that is overdue after ten days is opened to the supervisors, and stays open to agents")
    void late() {
        desk.opensToSupervisors(number, 10);
        agency.decide(number, Map.of("outcome", "ACCEPTED"));
        assertThat(traces.status(number)).isEqualTo("Accepté");
    }

    @Test
    @DisplayName("COMM-04 neither the file's name nor what the agent writes rests in a table of the engine")
    void engineKeepsNothing() {
        agency.decide(number, Map.of("outcome", "REJECTED", "ground", "Saperlipopette et fariboles."));
        letters.send(email);
        search.notInTheEngine("saperlipopette|turlututu|D'HERVÉ", number);
    }

    private Past past() {
        return templates.past(supplier).stream()
                .filter(each -> each.number().equals(number))
                .findFirst()
                .orElseThrow();
    }
}
