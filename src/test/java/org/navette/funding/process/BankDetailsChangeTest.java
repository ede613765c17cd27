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
import org.navette.engine.TaskRefused;
import org.navette.funding.AccountChangeWorld;
import org.navette.funding.AgencyDesk;
import org.navette.funding.FundingTraces;
import org.navette.funding.FundingWorld;
import org.navette.funding.PayingAgency;
import org.navette.funding.Supplier;
import org.navette.requests.Dossier;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("The diagram bank-details-change")
class BankDetailsChangeTest {

    @Autowired
    FundingWorld world;

    @Autowired
    AccountChangeWorld accounts;

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
        supplier = world.supplier();
        email = supplier.correspondent().email();
        number = accounts.sendBank(supplier);
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("FUND-24 the agency's agents, and no others, find one task; the engine keeps nothing personal")
    void sent() {
        assertThat(traces.status(number)).isEqualTo("En cours");
        desk.findsOnly(number, "Vérifier les coordonnées bancaires", "Nouvelles coordonnées bancaires");
        SentLetters.Letter mail = letters.lastTo(email);
        assertThat(mail.subject()).isEqualTo("Coordonnées bancaires " + number + " : demande enregistrée");
        assertThat(mail.text()).contains("Bonjour Maëlle D'HERVÉ").doesNotContain("2606");
        assertThat(mail.link()).isEqualTo("/segur/compte/banque");
    }

    @Test
    @DisplayName("FUND-24 the dossier shows the new account beside the active one, and the bank's document")
    void dossier() {
        Dossier dossier = desk.taken(number);
        assertThat(dossier.structure()).isEqualTo(supplier.name());
        assertThat(AgencyDesk.lines(dossier))
                .contains("SIRET: " + supplier.siret(), "BIC: PSSTFRPPXXX", "BIC: AGRIFRPP")
                .anyMatch(line -> line.startsWith("IBAN: FR14") && line.endsWith("606"))
                .anyMatch(line -> line.startsWith("IBAN: FR76") && line.endsWith("189"));
        assertThat(traces.files(number)).hasSize(1);
    }

    @Test
    @DisplayName("FUND-24 validated: the new account is active, the former one replaced, and what they say unchanged")
    void validated() {
        agency.decide(number, Map.of("outcome", "VALIDATED"));
        assertThat(traces.labels(number)).containsExactly("En cours", "Validée");
        assertThat(traces.instances(number)).isZero();
        assertThat(accounts.banks(supplier)).containsExactly("REPLACED 0189", "ACTIVE 2606");
        assertThat(traces.letters(number)).containsExactly("funding/bank-received", "funding/bank-validated");
        assertThat(letters.lastTo(email).subject()).endsWith(": demande validée");
        assertThat(accounts.sendBank(supplier, Map.of("domiciliation", "Autre agence")))
                .as("another change can be asked for")
                .isNotEqualTo(number);
    }

    @Test
    @DisplayName("FUND-24 rejected: the ground is asked for and mailed, and the active account stays")
    void rejected() {
        for (Map<String, Object> none : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("outcome", "REJECTED"),
                Map.of("outcome", "AUTRE"),
                Map.of("outcome", "REJECTED", "ground", "x".repeat(3001)))) {
            assertThatThrownBy(() -> agency.decide(number, none)).isInstanceOf(TaskRefused.class);
        }
        agency.decide(number, Map.of("outcome", "REJECTED", "ground", "Le relevé est au nom d'une autre société."));
        assertThat(traces.labels(number)).containsExactly("En cours", "Rejetée");
        assertThat(accounts.banks(supplier)).containsExactly("ACTIVE 0189", "REJECTED 2606");
        assertThat(letters.lastTo(email).text()).contains("Le relevé est au nom d'une autre société.");
        assertThat(accounts.sendBank(supplier)).isNotEqualTo(number);
    }

    @Test
    @DisplayName("FUND-24 an instance that an administrator deletes leaves no change behind that waits for ever")
    void deleted() {
        runtime.deleteProcessInstance(traces.instance(number), "essai");
        assertThat(accounts.banks(supplier)).containsExactly("ACTIVE 0189", "REJECTED 2606");
        assertThat(accounts.sendBank(supplier)).isNotEqualTo(number);
    }

    @Test
    @DisplayName("FUND-24 a task that is overdue after ten days is opened to the supervisors")
    void late() {
        desk.opensToSupervisors(number, 10);
    }

    @Test
    @DisplayName("COMM-04 neither the account nor the ground rests in a table of the engine")
    void engineKeepsNothing() {
        agency.decide(number, Map.of("outcome", "REJECTED", "ground", "Turlututu chapeau pointu."));
        letters.send(email);
        search.notInTheEngine("turlututu|M02 ?606|PSSTFRPP|Banque du Pont", number);
    }
}
