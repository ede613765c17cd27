package org.navette.partners.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.TableSearch;
import org.navette.files.FileStore;
import org.navette.partners.Deposits;
import org.navette.partners.Desk;
import org.navette.partners.Details;
import org.navette.partners.PartnerWorld;
import org.navette.partners.Traces;
import org.navette.requests.Submission;
import org.navette.retention.Nights;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("COMM-05 The diagram partner-retention")
class PartnerRetentionTest {

    private static final String PROCESS = "partner-retention";

    /** Words that only these tests type. */
    private static final String TYPED = "Zigomard|Isabillot|Vertigopolis|mirlitonesque|farfelutage|bricabraque";

    @Autowired
    PartnerWorld world;

    @Autowired
    Deposits deposits;

    @Autowired
    Details details;

    @Autowired
    FileStore files;

    @Autowired
    Traces traces;

    @Autowired
    Nights nights;

    @Autowired
    ManagementService jobs;

    @Autowired
    SentLetters letters;

    @Autowired
    TableSearch search;

    @Autowired
    JdbcClient jdbc;

    private Desk desk;
    private String number;

    @BeforeEach
    void closed() {
        desk = world.desk("331");
        number = deposit();
        world.take(number);
        world.answer(number, "Réponse mirlitonesque");
        world.ask(desk, number, "Farfelutage ?");
        world.answer(number, "Sans farfelutage.");
        letters.send(world.login(desk));
        world.later(Duration.ofDays(16));
        world.runDueTimers(number);
        assertThat(world.status(number)).isEqualTo("Clôturé");
        ClockUtil.reset();
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    private String deposit() {
        UUID key = UUID.randomUUID();
        UUID file = files.upload(
                        key,
                        desk.owner(),
                        files.rules("partners.case-review", "331"),
                        0,
                        "bricabraque.csv",
                        new ByteArrayInputStream(("bricabraque;" + key).getBytes(StandardCharsets.UTF_8)))
                .id();
        Map<String, Object> answers = world.answers("partners.case-review");
        answers.putAll(Map.of(
                "lastName", "Zigomard",
                "firstName", "Isabillot",
                "birthPlace", "Vertigopolis",
                "comment", "Mirlitonesque"));
        return deposits.deposit(desk, "partners.case-review", new Submission(key, "", answers, List.of(file)));
    }

    private List<SentLetters.Letter> announcements() {
        return letters.to(world.login(desk)).stream()
                .filter(letter -> letter.subject().contains("effacées"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "partner-retention, 0 10 1 * * ?",
        "procedure-retention, 0 25 1 * * ?",
        "funding-retention, 0 40 1 * * ?",
        "provider-retention, 0 55 1 * * ?"
    })
    @DisplayName("COMM-05 runs every night in each espace, as the models say")
    void nightly(String process, String cycle) {
        assertThat(jobs.createJobDefinitionQuery()
                        .processDefinitionKey(process)
                        .jobType("timer-start-event")
                        .list())
                .extracting(definition -> definition.getJobConfiguration())
                .containsOnly("CYCLE: " + cycle);
    }

    @Test
    @DisplayName("COMM-05 announces the end 30 days before, once, and erases after 24 months all that is personal")
    void wholeLife() {
        nights.age(number, "22 months");
        nights.pass(PROCESS);
        assertThat(announcements()).isEmpty();
        assertThat(search.columnsWith("Zigomard", "%")).isNotEmpty();

        nights.age(number, "56 days");
        nights.pass(PROCESS);
        nights.pass(PROCESS);
        assertThat(announcements()).singleElement().satisfies(letter -> assertThat(letter.text())
                .contains("- " + number, "24 mois", "/partenaires")
                .doesNotContainPattern("localhost:\\d+http"));
        assertThat(nights.erased(number)).isFalse();

        world.later(Duration.ofDays(30).minusMinutes(1));
        nights.pass(PROCESS);
        assertThat(nights.erased(number)).isFalse();
        assertThat(details.of(desk, number)).isPresent();

        world.later(Duration.ofDays(30).plusMinutes(1));
        assertThat(nights.pass(PROCESS)).isEqualTo(2);
        assertThat(nights.erased(number)).isTrue();
        assertThat(search.columnsWith(TYPED, "%")).isEmpty();
        assertThat(details.of(desk, number)).as("found by nobody").isEmpty();
    }

    @Test
    @DisplayName("COMM-05 keeps a trace without persons: number, statuses and their dates, that there was a file")
    void trace() {
        nights.age(number, "25 months");
        List<String> labels = traces.labels(number);
        nights.pass(PROCESS);
        world.later(Duration.ofDays(31));
        nights.pass(PROCESS);
        assertThat(nights.erased(number)).isTrue();
        assertThat(traces.status(number)).isEqualTo("Clôturé");
        assertThat(traces.timeline(number))
                .hasSameSizeAs(labels)
                .allSatisfy(entry -> assertThat(entry.actor().name()).isNull())
                .allSatisfy(entry -> assertThat(entry.actor().id()).isNull());
        assertThat(traces.labels(number)).contains("Pris en charge", "Résolu", "Clôturé");
        assertThat(traces.files(number)).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("fichier");
            assertThat(jdbc.sql("select count(*) from file_chunk where file_id = ?")
                            .param(file.id())
                            .query(Long.class)
                            .single())
                    .isZero();
        });
        assertThat(traces.mails(number)).isEmpty();
    }

    @Test
    @DisplayName("COMM-05 erases nothing that was not announced 30 days ago, however old it is")
    void neverWithoutNotice() {
        nights.age(number, "60 months");
        nights.pass(PROCESS);
        assertThat(nights.erased(number)).isFalse();
        assertThat(announcements()).hasSize(1);
        world.later(Duration.ofDays(29));
        nights.pass(PROCESS);
        assertThat(nights.erased(number)).isFalse();
    }

    @Test
    @DisplayName("COMM-05 leaves requests that wait for somebody, whatever their age, and those that have moved since")
    void notOver() {
        String open = world.deposit(desk, "partners.case-review");
        nights.age(open, "60 months");
        nights.age(number, "60 months");
        nights.pass(PROCESS);
        jdbc.sql("update request set status_at = now() where number = ?")
                .param(number)
                .update();
        world.later(Duration.ofDays(31));
        nights.pass(PROCESS);
        assertThat(nights.erased(open)).isFalse();
        assertThat(nights.erased(number)).isFalse();
    }

    @Test
    @DisplayName("COMM-05 writes to nobody whose account is closed, and erases all the same")
    void closedAccount() {
        jdbc.sql("update account set active = false where id = ?")
                .param(desk.account())
                .update();
        nights.age(number, "25 months");
        nights.pass(PROCESS);
        assertThat(announcements()).isEmpty();
        world.later(Duration.ofDays(31));
        nights.pass(PROCESS);
        assertThat(nights.erased(number)).isTrue();
    }
}
