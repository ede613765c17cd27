package org.navette.funding.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.TableSearch;
import org.navette.directory.Couloir;
import org.navette.engine.Agents;
import org.navette.engine.TaskRefused;
import org.navette.engine.Tasks;
import org.navette.funding.DocumentTemplates;
import org.navette.funding.DocumentTemplates.Past;
import org.navette.funding.FundingTraces;
import org.navette.funding.PayingAgency;
import org.navette.funding.Supplier;
import org.navette.funding.TemplateWorld;
import org.navette.partners.PartnerWorld;
import org.navette.requests.Dossier;
import org.navette.requests.Dossiers;
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
    PartnerWorld partners;

    @Autowired
    FundingTraces traces;

    @Autowired
    Tasks agentTasks;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Dossiers dossiers;

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
        assertThat(traces.tasks(number)).containsExactly("Instruire le modèle de document");
        String task = agency.task(number).getId();
        assertThat(agentTasks.find(agency.agent(), task)).isPresent();
        assertThat(agentTasks.find(partners.agent("331"), task)).isEmpty();
        assertThat(runtime.getVariables(agency.task(number).getProcessInstanceId()))
                .containsOnlyKeys("number", "organism", "title", "formVersions")
                .containsEntry("title", "Modèle de bon de commande – couloir Hôpital");
        assertThat(traces.letters(number)).isEmpty();
        assertThat(traces.files(number)).hasSize(1);
    }

    @Test
    @DisplayName("FUND-22 the dossier shows the template, the supplier, and the software of this couloir")
    void dossier() {
        agency.claim(agency.agent(), number);
        Dossier dossier = dossiers.of(
                        agency.agent(), UUID.fromString(agency.task(number).getId()))
                .orElseThrow();
        assertThat(dossier.structure()).isEqualTo(supplier.name());
        assertThat(dossier.blocks().stream()
                        .flatMap(block -> block.lines().stream())
                        .map(line -> line.label() + ": " + String.join(", ", line.texts())))
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
        agency.later(Duration.ofDays(9));
        assertThat(agency.runDueTimers(number)).isZero();
        agency.later(Duration.ofDays(11));
        assertThat(agency.runDueTimers(number)).isEqualTo(1);
        assertThat(tasks.getIdentityLinksForTask(agency.task(number).getId()))
                .extracting(IdentityLink::getGroupId)
                .contains(Agents.supervisorsOf(PayingAgency.ORGANISM), PayingAgency.ORGANISM + "-agent");
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
