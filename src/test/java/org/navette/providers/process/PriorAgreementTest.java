package org.navette.providers.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.navette.NavetteTest;
import org.navette.TableSearch;
import org.navette.directory.CareEstablishment;
import org.navette.directory.CareEstablishment.Sector;
import org.navette.directory.InvalidEntry;
import org.navette.providers.CareDesk;
import org.navette.providers.CnssAgency;
import org.navette.providers.PriorAgreements;
import org.navette.providers.ProviderWorld;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("The diagram prior-agreement")
class PriorAgreementTest {

    @Autowired
    ProviderWorld world;

    @Autowired
    CareDesk desk;

    @Autowired
    CnssAgency agency;

    @Autowired
    RuntimeService runtime;

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
    @DisplayName("PROV-11 received: it waits for the medical control, and the engine keeps nothing personal")
    void received() {
        String number = desk.agreement(clinic, insured, "1200.50");
        assertThat(number).matches("PEC-\\d{4}-\\d{6}");
        assertThat(desk.situation(number)).isEqualTo("received Reçue");
        assertThat(agency.task(number).getName()).isEqualTo("Contrôle médical");
        assertThat(runtime.getVariables(desk.instance(number)))
                .containsOnlyKeys("number", "organism", "title", "expiresAt", "formVersions");
        search.notInTheEngine("Alaoui", number);
    }

    @Test
    @DisplayName("PROV-11 granted whole: its decision is printed, and it waits for its use until its validity is over")
    void granted() {
        String number = desk.granted(clinic, insured, "1200.50");
        assertThat(desk.situation(number)).isEqualTo("granted Accordée");
        assertThat(desk.left(number)).isEqualByComparingTo("1200.50");
        assertThat(desk.files(number)).singleElement().satisfies(file -> assertThat(file.name())
                .isEqualTo("decision-" + number + ".pdf"));
        agency.later(Duration.ofDays(30));
        assertThat(agency.runDueTimers(number)).isZero();
        agency.later(Duration.ofDays(1));
        assertThat(agency.runDueTimers(number)).isOne();
        assertThat(desk.situation(number)).isEqualTo("expired Expirée");
        assertThat(desk.instances(number)).isZero();
    }

    @Test
    @DisplayName("PROV-11 used by a file: it does not expire any more, and stays granted")
    void used() {
        String number = desk.granted(clinic, insured, "1000");
        desk.file(clinic, insured, number, "400");
        assertThat(desk.instances(number)).isZero();
        assertThat(desk.situation(number)).isEqualTo("granted Accordée");
        assertThat(desk.left(number)).isEqualByComparingTo("600");
    }

    @Test
    @DisplayName("PROV-11 granted in part: less than what was asked for, with reasons")
    void partly() {
        String number = desk.agreement(clinic, insured, "1000");
        Map<String, Object> answers = new HashMap<>(Map.of(
                "outcome",
                "PARTLY",
                "granted",
                new BigDecimal("1000"),
                "validUntil",
                desk.today().plusDays(3).toString(),
                "reasons",
                "Séjour ramené à deux jours"));
        assertThatThrownBy(() -> agency.decide(number, answers))
                .hasStackTraceContaining("inférieur au montant demandé");
        answers.put("granted", new BigDecimal("640.25"));
        agency.decide(number, answers);
        assertThat(desk.situation(number)).isEqualTo("partly-granted Accordée partiellement");
        assertThat(desk.left(number)).isEqualByComparingTo("640.25");
        search.notInTheEngine("Séjour ramené", number);
    }

    @ParameterizedTest
    @CsvSource({"REFUSED, refused Refusée", "RETURNED, returned Retournée"})
    @DisplayName("PROV-11 refused or returned, with reasons: nothing is granted, its decision is printed")
    void refused(String outcome, String situation) {
        String number = desk.agreement(clinic, insured, "1000");
        assertThatThrownBy(() -> agency.decide(number, Map.of("outcome", outcome)))
                .as("reasons are asked for")
                .hasStackTraceContaining("Motifs : Ce champ est obligatoire.");
        agency.decide(number, Map.of("outcome", outcome, "reasons", "Pièce manquante"));
        assertThat(desk.situation(number)).isEqualTo(situation);
        assertThat(desk.left(number)).isZero();
        assertThat(desk.files(number)).hasSize(1);
        assertThat(desk.instances(number)).isZero();
    }

    @Test
    @DisplayName("PROV-11 a last day that is past is refused")
    void past() {
        String number = desk.agreement(clinic, insured, "1000");
        assertThatThrownBy(() -> agency.decide(
                        number,
                        Map.of(
                                "outcome",
                                "GRANTED",
                                "validUntil",
                                desk.today().minusDays(1).toString())))
                .hasStackTraceContaining("est passé");
    }

    @Test
    @DisplayName("PROV-18 is registered for a known establishment and a known person alone, and not in the future")
    void known() {
        BigDecimal amount = new BigDecimal("10");
        assertThatThrownBy(() -> desk.register(new PriorAgreements.New(
                        "999999999", "999999999", "", desk.today().plusDays(1), amount)))
                .isInstanceOfSatisfying(InvalidEntry.class, e -> assertThat(e.problems())
                        .isEqualTo(Map.of("inpe", "UNKNOWN", "cnssNumber", "UNKNOWN", "receivedOn", "TO_COME")));
        assertThatThrownBy(() -> desk.register(
                        new PriorAgreements.New(clinic.inpe(), insured, "Rim Alaoui", desk.today(), amount)))
                .isInstanceOfSatisfying(
                        InvalidEntry.class, e -> assertThat(e.problems()).isEqualTo(Map.of("beneficiary", "UNKNOWN")));
        String number = desk.register(
                new PriorAgreements.New(clinic.inpe(), insured, "BENCHEKROUN  rim", desk.today(), amount));
        assertThat(desk.situation(number)).startsWith("received");
    }
}
