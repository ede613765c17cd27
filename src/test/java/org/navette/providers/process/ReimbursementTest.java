package org.navette.providers.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.TableSearch;
import org.navette.directory.CareEstablishment;
import org.navette.directory.CareEstablishment.Sector;
import org.navette.directory.InvalidEntry;
import org.navette.providers.CareDesk;
import org.navette.providers.CnssAgency;
import org.navette.providers.ProviderWorld;
import org.navette.providers.Reimbursements;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("The diagram reimbursement")
class ReimbursementTest {

    @Autowired
    ProviderWorld world;

    @Autowired
    CareDesk desk;

    @Autowired
    CnssAgency agency;

    @Autowired
    TableSearch search;

    private CareEstablishment clinic;
    private String insured;

    @BeforeEach
    void people() {
        clinic = world.known(Sector.PRIVATE);
        insured = desk.insured();
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("PROV-13 a sound file waits for an agent, and has taken its amount of the prior agreement")
    void processing() {
        String agreement = desk.granted(clinic, insured, "1000");
        String number = desk.file(clinic, insured, agreement, "1000");
        assertThat(number).matches("DR-\\d{4}-\\d{7}");
        assertThat(desk.situation(number)).isEqualTo("processing En cours de traitement");
        assertThat(agency.task(number).getName()).isEqualTo("Liquider le dossier");
        assertThat(desk.left(agreement)).isZero();
        search.notInTheEngine("Alaoui", number);
    }

    @Test
    @DisplayName(
            "PROV-13 what is billed beyond what is left of the prior agreement is returned, and takes nothing of it")
    void excess() {
        String agreement = desk.granted(clinic, insured, "1000");
        desk.file(clinic, insured, agreement, "700");
        String number = desk.file(clinic, insured, agreement, "300.01");
        assertThat(desk.situation(number)).isEqualTo("returned Retourné");
        assertThat(desk.reasons(number)).contains("supérieur au reste de la prise en charge");
        assertThat(desk.instances(number)).isZero();
        assertThat(desk.left(agreement)).isEqualByComparingTo("300");
        assertThat(desk.situation(desk.file(clinic, insured, agreement, "300"))).startsWith("processing");
    }

    @Test
    @DisplayName(
            "PROV-13 a prior agreement of another establishment, of another person, not granted or unknown is none")
    void agreements() {
        String other = desk.granted(world.known(Sector.PRIVATE), insured, "1000");
        assertReturned(desk.file(clinic, insured, other, "10"), "inconnu pour cet établissement");
        String somebody = desk.granted(clinic, desk.insured(), "1000");
        assertReturned(desk.file(clinic, insured, somebody, "10"), "un autre assuré");
        String waiting = desk.agreement(clinic, insured, "1000");
        assertReturned(desk.file(clinic, insured, waiting, "10"), "non accordée");
        assertReturned(desk.file(clinic, insured, "PEC-1999-000001", "10"), "inconnu pour cet établissement");
        assertThat(desk.left(other)).isEqualByComparingTo("1000");
        assertThat(desk.left(somebody)).isEqualByComparingTo("1000");
    }

    @Test
    @DisplayName("PROV-13 care after the validity, or without open rights, is returned with each reason")
    void days() {
        String closed = desk.insured(LocalDate.of(2020, 1, 1), desk.today().minusDays(1));
        String agreement = desk.granted(clinic, closed, "1000");
        agency.later(Duration.ofDays(31));
        agency.runDueTimers(agreement);
        String number = desk.file(clinic, closed, agreement, "10");
        assertThat(desk.reasons(number).lines())
                .containsExactlyInAnyOrder(
                        "Prise en charge expirée",
                        "Soins hors de la période de validité de la prise en charge",
                        "Droits de l'assuré fermés à la date des soins");
    }

    @Test
    @DisplayName("PROV-13 approved for less: the rest goes back to the prior agreement")
    void approved() {
        String agreement = desk.granted(clinic, insured, "1000");
        String number = desk.file(clinic, insured, agreement, "900");
        assertThatThrownBy(() -> desk.approve(number, "900.01"))
                .hasStackTraceContaining("ne dépasse pas le montant facturé");
        desk.approve(number, "850.50");
        assertThat(desk.situation(number)).isEqualTo("processing En cours de traitement");
        assertThat(desk.left(agreement)).isEqualByComparingTo("149.50");
        assertThat(desk.tasks(number)).isEmpty();
    }

    @Test
    @DisplayName(
            "PROV-13 returned or cancelled by an agent: all goes back, and the same invoice can be deposited again")
    void givenBack() {
        String agreement = desk.granted(clinic, insured, "1000");
        for (String outcome : new String[] {"RETURNED", "CANCELLED"}) {
            Reimbursements.New file = file(agreement, "F-2026-7");
            String number = desk.register(file);
            assertThatThrownBy(() -> desk.register(file))
                    .isInstanceOfSatisfying(
                            InvalidEntry.class, e -> assertThat(e.problems()).isEqualTo(Map.of("invoice", "TAKEN")));
            agency.decide(number, Map.of("outcome", outcome, "reasons", "Facture non signée"));
            assertThat(desk.situation(number))
                    .isEqualTo(outcome.equals("RETURNED") ? "returned Retourné" : "cancelled Annulé");
            assertThat(desk.reasons(number)).isEqualTo("Facture non signée");
            assertThat(desk.left(agreement)).isEqualByComparingTo("1000");
            search.notInTheEngine("Facture non signée", number);
        }
        assertThat(desk.situation(desk.register(file(agreement, "F-2026-7")))).startsWith("processing");
    }

    @Test
    @DisplayName("PROV-18 care is not later than the deposit, and no day is to come")
    void order() {
        assertThatThrownBy(() -> desk.register(new Reimbursements.New(
                        clinic.inpe(),
                        insured,
                        "",
                        "",
                        desk.today().minusDays(2),
                        desk.today().minusDays(1),
                        "F-1",
                        BigDecimal.TEN)))
                .isInstanceOfSatisfying(
                        InvalidEntry.class, e -> assertThat(e.problems()).isEqualTo(Map.of("careOn", "AFTER_DEPOSIT")));
    }

    private Reimbursements.New file(String agreement, String invoice) {
        return new Reimbursements.New(
                clinic.inpe(), insured, "", agreement, desk.today(), desk.today(), invoice, new BigDecimal("250"));
    }

    private void assertReturned(String number, String why) {
        assertThat(desk.situation(number)).isEqualTo("returned Retourné");
        assertThat(desk.reasons(number)).contains(why);
    }
}
