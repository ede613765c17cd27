package org.navette.privacy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.navette.engine.TaskRefused;
import org.navette.partners.Desk;
import org.navette.partners.PartnerWorld;
import org.navette.privacy.Demand.Kind;
import org.navette.privacy.OfficerWorld;
import org.navette.retention.Sought;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("COMM-05 The diagram person-export")
class PersonExportTest {

    @Autowired
    PartnerWorld world;

    @Autowired
    OfficerWorld officers;

    @Autowired
    PersonWorld persons;

    @Autowired
    TableSearch search;

    private Desk desk;
    private String request;

    @BeforeEach
    void asked() {
        desk = world.desk("331");
        request = persons.deposit(desk, "Trucmuche", "Barnabinette", "1971-02-03");
        world.take(request);
        world.answer(request, "Réponse saperlipopette");
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("COMM-05 makes an archive of the account, its requests and their files, which disappears after 7 days")
    void wholeLife() throws Exception {
        String number = officers.open(Kind.EXPORT, desk.account(), null);
        assertThat(world.status(number)).isEqualTo("Demandé");
        assertThat(world.task(number).getDueDate())
                .isBetween(
                        java.sql.Timestamp.valueOf(LocalDate.now().plusDays(29).atStartOfDay()),
                        java.sql.Timestamp.valueOf(LocalDate.now().plusDays(31).atStartOfDay()));
        officers.decide(number, OfficerWorld.ACCEPTED);
        assertThat(world.status(number)).isEqualTo("Accepté");
        assertThat(officers.runSteps(number)).isEqualTo(1);
        assertThat(world.status(number)).isEqualTo("Export disponible");

        Map<String, String> archive = persons.archive(number);
        assertThat(archive.get("LISEZMOI.txt")).contains("Vos données", request);
        assertThat(archive.get("compte/compte.json")).contains(world.login(desk), "partners");
        assertThat(archive.get("compte/structure.json")).contains("TECHNICIAN");
        assertThat(archive.get("demandes/" + request + ".json"))
                .contains("TRUCMUCHE", "Barnabinette", "saperlipopette", "Pris en charge");
        assertThat(archive).containsEntry("fichiers/" + request + "/1-trucmuche.csv", "trucmuche;" + request(request));
        search.notInTheEngine("Trucmuche|saperlipopette", number);

        world.later(Duration.ofDays(7).minusMinutes(1));
        assertThat(world.runDueTimers(number)).isZero();
        world.later(Duration.ofDays(7).plusMinutes(1));
        assertThat(world.runDueTimers(number)).isEqualTo(1);
        officers.runSteps(number);
        assertThat(world.status(number)).isEqualTo("Export supprimé");
        assertThat(persons.chunks(number)).isZero();
    }

    private static String request(String number) {
        return PersonWorld.content(number);
    }

    @Test
    @DisplayName("COMM-05 finds an insured person in others' requests by name, whatever its accents, and date of birth")
    void thirdPerson() throws Exception {
        Sought sought = new Sought("TRÙCMUCHE", "barnabinette", LocalDate.of(1971, 2, 3));
        String other = persons.deposit(desk, "Trucmuche", "Barnabinette", "1999-09-09");
        String number = officers.open(Kind.EXPORT, null, sought);
        officers.decide(number, OfficerWorld.ACCEPTED);
        officers.runSteps(number);
        Map<String, String> archive = persons.archive(number);
        assertThat(archive)
                .containsKey("demandes/" + request + ".json")
                .doesNotContainKey("demandes/" + other + ".json");
        assertThat(archive.get("demandes/" + request + ".json"))
                .as("what is told of oneself, and nothing of who asked")
                .contains("Barnabinette", "saperlipopette", "Pris en charge")
                .doesNotContain(PartnerWorld.name(), "auteur", "courriels", world.login(desk));
        assertThat(archive.keySet()).noneMatch(name -> name.startsWith("fichiers/"));
        assertThat(archive.get("LISEZMOI.txt")).contains("pièces jointes n’y sont pas");
        assertThat(persons.names(number)).as("forgotten once it is done").isEmpty();
    }

    @Test
    @DisplayName("COMM-05 makes parts, so that each step is short")
    void parts() {
        for (int i = 0; i < 50; i++) {
            world.deposit(desk, "partners.case-review");
        }
        String number = officers.open(Kind.EXPORT, desk.account(), null);
        officers.decide(number, OfficerWorld.ACCEPTED);
        assertThat(officers.runSteps(number)).isEqualTo(2);
        assertThat(persons.files(number)).hasSize(2);
        assertThat(world.status(number)).isEqualTo("Export disponible");
    }

    @Test
    @DisplayName("COMM-05 makes nothing when the data officer refuses, with a reason, or has checked nobody's identity")
    void refused() {
        String number = officers.open(Kind.EXPORT, desk.account(), null);
        assertThatThrownBy(() -> officers.decide(number, Map.of("identity", "NONE", "decision", "ACCEPT")))
                .hasRootCauseInstanceOf(TaskRefused.class)
                .hasMessageContaining("identité");
        assertThatThrownBy(() -> officers.decide(number, Map.of("identity", "NONE", "decision", "REFUSE")))
                .isInstanceOf(TaskRefused.class);
        officers.decide(number, Map.of("identity", "NONE", "decision", "REFUSE", "reason", "Ce n’est pas elle."));
        assertThat(world.status(number)).isEqualTo("Refusé");
        assertThat(persons.files(number)).isEmpty();
    }

    @Test
    @DisplayName("COMM-05 is opened once for a person, and its task is nobody's but the data officers'")
    void once() {
        String number = officers.open(Kind.EXPORT, desk.account(), null);
        assertThat(officers.open(Kind.EXPORT, desk.account(), null)).isEqualTo(number);
        assertThat(officers.open(Kind.ERASURE, desk.account(), null)).isNotEqualTo(number);
        String task = world.task(number).getId();
        assertThat(officers.sees(world.agent("331"), task)).isFalse();
        assertThat(officers.sees(world.supervisorOf("331").login(), task)).isFalse();
        assertThat(officers.sees(officers.login(), task)).isTrue();
    }
}
