package org.navette.funding.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.TableSearch;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.engine.TaskRefused;
import org.navette.funding.AccountChangeWorld;
import org.navette.funding.AgencyDesk;
import org.navette.funding.Contact;
import org.navette.funding.FundingTraces;
import org.navette.funding.FundingWorld;
import org.navette.funding.PayingAgency;
import org.navette.funding.Supplier;
import org.navette.funding.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("The diagram contact-change")
class ContactChangeTest {

    @Autowired
    FundingWorld world;

    @Autowired
    AccountChangeWorld changes;

    @Autowired
    PayingAgency agency;

    @Autowired
    AgencyDesk desk;

    @Autowired
    FundingTraces traces;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Accounts accounts;

    @Autowired
    RuntimeService runtime;

    @Autowired
    SentLetters letters;

    @Autowired
    TableSearch search;

    private Supplier supplier;
    private String former;
    private String later;
    private String number;

    @BeforeEach
    void send() {
        supplier = world.supplier();
        former = supplier.correspondent().email();
        later = "elise." + UUID.randomUUID() + "@world.example";
        number = changes.sendPersons(supplier, AccountChangeWorld.applicant(later));
    }

    @Test
    @DisplayName("FUND-24 the agency's agents, and no others, find one task; the engine keeps nothing personal")
    void sent() {
        assertThat(traces.status(number)).isEqualTo("En cours");
        desk.findsOnly(number, "Vérifier les personnes physiques", "Modification du demandeur");
        SentLetters.Letter mail = letters.lastTo(former);
        assertThat(mail.subject()).isEqualTo("Personnes physiques " + number + " : demande enregistrée");
        assertThat(mail.link()).isEqualTo("/segur/compte/personnes");
        assertThat(mail.text()).contains("Modification du demandeur");
    }

    @Test
    @DisplayName("FUND-24 the dossier shows the new people beside those of today, and their documents")
    void dossier() {
        assertThat(AgencyDesk.lines(desk.taken(number)))
                .contains(
                        "SIRET: " + supplier.siret(),
                        "Adresse e-mail: " + later,
                        "Adresse e-mail: " + former,
                        "Demandeur: Le représentant légal");
        assertThat(traces.files(number)).hasSize(2);
    }

    @Test
    @DisplayName("FUND-24 validated: the supplier has its new people, and the account follows who is written to")
    void validated() {
        agency.decide(number, Map.of("outcome", "VALIDATED"));
        assertThat(traces.labels(number)).containsExactly("En cours", "Validée");
        Supplier now = suppliers.find(supplier.id()).orElseThrow();
        assertThat(now.representative()).isEqualTo(supplier.representative());
        assertThat(now.applicant()).isEqualTo(new Contact("GARNIER-NOËL", "Élise", later, "0199001077"));
        Account account = accounts.find(supplier.account()).orElseThrow();
        assertThat(account.email()).isEqualTo(later);
        assertThat(account.login()).isEqualTo(supplier.uid());
        assertThat(account.lastName()).isEqualTo("GARNIER-NOËL");
        assertThat(letters.lastTo(later).text()).contains("Bonjour Élise GARNIER-NOËL", number, "est validée");
        assertThat(traces.letters(number)).containsExactly("funding/contact-received", "funding/contact-validated");

        String back = changes.sendPersons(now, Map.of("samePerson", true));
        agency.decide(back, Map.of("outcome", "VALIDATED"));
        assertThat(suppliers.find(supplier.id()).orElseThrow().applicant()).isNull();
        assertThat(accounts.find(supplier.account()).orElseThrow().email()).isEqualTo(former);
    }

    @Test
    @DisplayName("FUND-24 an address that the account was given on its own stays while the applicant's does not change")
    void ownAddress() {
        agency.decide(number, Map.of("outcome", "REJECTED", "ground", "Mandat absent."));
        String own = "compte." + UUID.randomUUID() + "@world.example";
        accounts.edit(supplier.account(), supplier.uid(), own, "Maëlle", "D'HERVÉ");
        String phone = changes.sendPersons(
                supplier, Map.of("representativePhone", "0199002002", "representativeFirstName", "Maud"));
        agency.decide(phone, Map.of("outcome", "VALIDATED"));
        Account account = accounts.find(supplier.account()).orElseThrow();
        assertThat(account.email()).isEqualTo(own);
        assertThat(account.firstName()).isEqualTo("Maud");
    }

    @Test
    @DisplayName("FUND-24 rejected: the ground is asked for and mailed, and nothing changes")
    void rejected() {
        assertThatThrownBy(() -> agency.decide(number, Map.of("outcome", "REJECTED")))
                .isInstanceOf(TaskRefused.class);
        agency.decide(number, Map.of("outcome", "REJECTED", "ground", "La pièce d'identité est périmée."));
        assertThat(traces.labels(number)).containsExactly("En cours", "Rejetée");
        assertThat(letters.lastTo(former).text()).contains("La pièce d'identité est périmée.");
        assertThat(suppliers.find(supplier.id())).contains(supplier);
        assertThat(changes.sendPersons(supplier, AccountChangeWorld.applicant(later)))
                .isNotEqualTo(number);
    }

    @Test
    @DisplayName("FUND-24 an instance that an administrator deletes leaves no change behind that waits for ever")
    void deleted() {
        runtime.deleteProcessInstance(traces.instance(number), "essai");
        assertThat(changes.sendPersons(supplier, AccountChangeWorld.applicant(later)))
                .isNotEqualTo(number);
    }

    @Test
    @DisplayName("COMM-04 neither the people nor the ground rests in a table of the engine")
    void engineKeepsNothing() {
        agency.decide(number, Map.of("outcome", "REJECTED", "ground", "Turlututu chapeau pointu."));
        letters.send(former);
        search.notInTheEngine("turlututu|garnier|" + later.replace(".", "[.]") + "|0199001077", number);
    }
}
