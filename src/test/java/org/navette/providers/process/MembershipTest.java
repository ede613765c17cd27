package org.navette.providers.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.TableSearch;
import org.navette.directory.CareEstablishment;
import org.navette.directory.CareEstablishment.Sector;
import org.navette.directory.CareEstablishments;
import org.navette.engine.TaskRefused;
import org.navette.mail.Outbox;
import org.navette.providers.CnssAgency;
import org.navette.providers.Profile;
import org.navette.providers.ProviderWorld;
import org.navette.providers.Providers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("The diagram membership")
class MembershipTest {

    @Autowired
    ProviderWorld world;

    @Autowired
    CnssAgency agency;

    @Autowired
    Providers providers;

    @Autowired
    CareEstablishments establishments;

    @Autowired
    RuntimeService runtime;

    @Autowired
    SentLetters letters;

    @Autowired
    TableSearch search;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("PROV-02 waits for the signed form; its mail says what to do, and the engine keeps nothing personal")
    void declared() {
        CareEstablishment clinic = world.known(Sector.PRIVATE);
        String number = world.declare(clinic);
        assertThat(number).matches("ADH-\\d{4}-\\d{6}");
        assertThat(world.status(number)).isEqualTo("Enregistrée");
        assertThat(agency.task(number).getName()).isEqualTo("Réception en agence");
        SentLetters.Letter mail = letters.lastTo(ProviderWorld.email(clinic));
        assertThat(mail.subject()).contains(number).contains("déposez le formulaire");
        assertThat(mail.link()).isEqualTo("/soins/suivi");
        assertThat(runtime.getVariables(world.instance(number)))
                .containsOnlyKeys("number", "organism", "title", "processedBy", "formVersions");
        search.notInTheEngine("Naïma", number);
    }

    @Test
    @DisplayName("PROV-02 received, treated and controlled by another person: the two principal accounts are opened")
    void approved() {
        CareEstablishment clinic = world.known(Sector.PRIVATE);
        String number = world.declare(clinic);
        agency.decide(number, world.received(true));
        assertThat(world.status(number)).isEqualTo("Reçue en agence");
        assertThat(world.files(number)).singleElement().satisfies(file -> assertThat(file.name())
                .isEqualTo("accuse-de-reception-" + number + ".pdf"));
        SentLetters.Letter receipt = letters.lastTo(ProviderWorld.email(clinic));
        assertThat(receipt.text()).contains("Rabat Agdal").contains("L’accusé de réception est joint");
        assertThat(receipt.files()).containsExactly("accuse-de-reception-" + number + ".pdf");
        agency.decide(number, Map.of("outcome", "ACCEPTED"));
        assertThat(world.status(number)).isEqualTo("Traitée");
        agency.decide(agency.controller(), number, Map.of("outcome", "ACCEPTED"));
        assertThat(world.labels(number))
                .containsExactly("Enregistrée", "Reçue en agence", "Traitée", "Comptes ouverts");
        assertThat(world.instances(number)).isZero();
        assertThat(world.letters(number))
                .containsExactly(
                        "providers/membership-declared",
                        "providers/membership-received",
                        "providers/membership-opened");
        assertThat(providers.director(clinic.id()).orElseThrow().gsm()).isEqualTo(ProviderWorld.GSM);
        assertThat(establishments.find(clinic.id()).orElseThrow())
                .satisfies(it -> assertThat(it.ice()).isEqualTo("001561191000066"))
                .satisfies(it -> assertThat(it.address()).isEqualTo("12, avenue des Orangers"));
        for (Profile profile : Profile.values()) {
            assertThat(world.principal(clinic, profile).isPrincipal()).isTrue();
        }
    }

    @Test
    @DisplayName("PROV-02 who has treated a request cannot control it: neither take nor be given the task")
    void fourEyes() {
        String number = world.declare(world.known(Sector.PUBLIC));
        agency.decide(number, world.received(false));
        agency.decide(number, Map.of("outcome", "ACCEPTED"));
        assertThat(agency.task(number).getAssignee()).isNull();
        assertThatThrownBy(() -> agency.claim(agency.agent(), number))
                .hasRootCauseInstanceOf(TaskRefused.class)
                .hasStackTraceContaining("une autre personne");
        assertThat(agency.task(number).getAssignee()).isNull();
        agency.decide(agency.controller(), number, Map.of("outcome", "ACCEPTED"));
        assertThat(world.status(number)).isEqualTo("Comptes ouverts");
    }

    @Test
    @DisplayName("PROV-02 is rejected at each of the three steps, with a reason that is mailed")
    void rejected() {
        for (int steps = 0; steps < 3; steps++) {
            CareEstablishment clinic = world.known(Sector.PRIVATE);
            String number = world.declare(clinic);
            if (steps > 0) {
                agency.decide(number, world.received(true));
            }
            if (steps > 1) {
                agency.decide(number, Map.of("outcome", "ACCEPTED"));
            }
            agency.decide(
                    agency.controller(), number, Map.of("outcome", "REJECTED", "ground", "Cachet illisible " + steps));
            assertThat(world.status(number)).isEqualTo("Rejetée");
            assertThat(world.instances(number)).isZero();
            assertThat(letters.lastTo(ProviderWorld.email(clinic)).text()).contains("Cachet illisible " + steps);
            assertThat(providers.director(clinic.id())).isEmpty();
            search.notInTheEngine("Cachet illisible", number);
        }
    }

    @Test
    @DisplayName("PROV-02 without a signed form in 60 days it is closed, and not a day before")
    void expired() {
        CareEstablishment clinic = world.known(Sector.PRIVATE);
        String number = world.declare(clinic);
        agency.later(Duration.ofDays(59));
        assertThat(agency.runDueTimers(number)).isZero();
        agency.later(Duration.ofDays(2));
        assertThat(agency.runDueTimers(number)).isOne();
        assertThat(world.status(number)).isEqualTo("Clôturée sans formulaire");
        assertThat(letters.lastTo(ProviderWorld.email(clinic)).subject()).contains("clôturée sans formulaire");
    }

    @Test
    @DisplayName("PROV-02 a private establishment's form needs the copy of the card, a public one's does not")
    void identityCopy() {
        String number = world.declare(world.known(Sector.PRIVATE));
        refused(number, world.received(false), "copie de la pièce d'identité");
        assertThat(world.status(number)).isEqualTo("Enregistrée");
        String open = world.declare(world.known(Sector.PUBLIC));
        agency.decide(open, world.received(false));
        assertThat(world.status(open)).isEqualTo("Reçue en agence");
    }

    @Test
    @DisplayName("PROV-02 the day of reception is neither to come nor before the request")
    void day() {
        String number = world.declare(world.known(Sector.PUBLIC));
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> answers = new HashMap<>(world.received(false));
        answers.put("receivedOn", today.plusDays(1).toString());
        refused(number, answers, "est à venir");
        answers.put("receivedOn", today.minusDays(1).toString());
        refused(number, answers, "précède l'enregistrement");
    }

    @Test
    @DisplayName(
            "PROV-05 a reset goes the same way: what it declares replaces what was declared, and mails new passwords")
    void reset() {
        CareEstablishment clinic = world.member();
        String address = "nouvelle." + ProviderWorld.email(clinic);
        String number = world.reset(clinic, address, "0798765432");
        assertThat(number).startsWith("REI-");
        world.approve(number, true);
        assertThat(world.labels(number))
                .containsExactly("Enregistrée", "Reçue en agence", "Traitée", "Comptes ouverts");
        assertThat(providers.director(clinic.id()).orElseThrow())
                .satisfies(it -> assertThat(it.email()).isEqualTo(address))
                .satisfies(it -> assertThat(it.gsm()).isEqualTo("0798765432"))
                .satisfies(it -> assertThat(it.lastName()).isEqualTo("El Amrani"));
        for (Profile profile : Profile.values()) {
            assertThat(world.mailed(address, world.principal(clinic, profile).label()))
                    .hasSize(16);
        }
    }

    @Test
    @DisplayName("PROV-03 a mailed password stands nowhere but in the mail and is hashed in the accounts")
    void password() {
        CareEstablishment clinic = world.approved(Sector.PRIVATE);
        String password = world.mailed(
                ProviderWorld.email(clinic),
                world.principal(clinic, Profile.PEC).label());
        assertThat(search.columnsWith(password, "%")).isEmpty();
    }

    private void refused(String number, Map<String, Object> answers, String why) {
        assertThatThrownBy(() -> agency.decide(number, answers)).hasStackTraceContaining(why);
    }
}
