package org.navette.procedures.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.files.HourlyPurge;
import org.navette.files.StoredFile;
import org.navette.procedures.Corrections;
import org.navette.procedures.Drafts;
import org.navette.procedures.Office;
import org.navette.procedures.ProcedureTraces;
import org.navette.procedures.ProcedureWorld;
import org.navette.procedures.ServiceWorld;
import org.navette.procedures.Wizard;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("PROC-05 The diagram procedure-drafts")
class ProcedureDraftsTest {

    private static final String PROCESS = "procedure-drafts";

    @Autowired
    ProcedureWorld world;

    @Autowired
    ServiceWorld service;

    @Autowired
    ProcedureTraces traces;

    @Autowired
    Drafts drafts;

    @Autowired
    Wizard wizard;

    @Autowired
    Corrections corrections;

    @Autowired
    ManagementService jobs;

    @Autowired
    SentLetters letters;

    @Autowired
    JdbcClient jdbc;

    private Office office;
    private UUID draft;

    @BeforeEach
    void prepare() {
        office = world.responsible();
        draft = world.draft(office, "staff-change");
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("PROC-05 runs every night at three, as the model says")
    void nightly() {
        assertThat(jobs.createJobDefinitionQuery()
                        .processDefinitionKey(PROCESS)
                        .jobType("timer-start-event")
                        .list())
                .extracting(definition -> definition.getJobConfiguration())
                .containsOnly("CYCLE: 0 0 3 * * ?");
    }

    @Test
    @DisplayName("PROC-05 warns the author at 75 days, once, and deletes at 90; the files go with the draft")
    void wholeLife() {
        StoredFile file = drafts.files(office, draft).get("diploma").get(0);
        world.pass(Duration.ofDays(75).minusMinutes(5));
        night();
        assertThat(warnings()).isEmpty();
        world.pass(Duration.ofMinutes(10));
        night();
        night();
        assertThat(warnings()).singleElement().satisfies(letter -> assertThat(letter.text())
                .contains("Modification de personnel", "/demarches/brouillons/" + draft));
        world.pass(Duration.ofDays(15).minusMinutes(20));
        night();
        HourlyPurge.run(jobs);
        assertThat(drafts.find(office, draft)).isPresent();
        assertThat(drafts.files(office, draft).get("diploma")).hasSize(1);
        world.pass(Duration.ofMinutes(25));
        night();
        assertThat(drafts.find(office, draft)).isEmpty();
        assertThat(warnings()).hasSize(1);
        world.pass(Duration.ofHours(25));
        HourlyPurge.run(jobs);
        assertThat(exists("stored_file", "id", file.id())).isFalse();
        assertThat(exists("procedure_document", "draft_id", draft)).isFalse();
    }

    @Test
    @DisplayName("PROC-05 leaves fifteen days after the warning, however late that came")
    void lateWarning() {
        world.pass(Duration.ofDays(200));
        night();
        assertThat(warnings()).hasSize(1);
        world.pass(Duration.ofDays(15).minusMinutes(5));
        night();
        assertThat(drafts.find(office, draft)).isPresent();
        world.pass(Duration.ofMinutes(10));
        night();
        assertThat(drafts.find(office, draft)).isEmpty();
        assertThat(warnings()).hasSize(1);
    }

    @Test
    @DisplayName("PROC-05 begins to count anew with each change: typing, a person, another kind, a file")
    void touched() {
        List<Runnable> changes = List.of(
                () -> wizard.save(office, draft, "technical", Map.of("comment", "Oui"), version()),
                () -> wizard.remove(office, draft, "technical", UUID.randomUUID(), version()),
                () -> drafts.change(office, draft, "activity-extension"),
                () -> drafts.touch(office, draft));
        for (int i = 0; i < changes.size(); i++) {
            world.pass(Duration.ofDays(89));
            night();
            assertThat(warnings()).hasSize(i + 1);
            changes.get(i).run();
            world.pass(Duration.ofDays(74));
            night();
            assertThat(drafts.find(office, draft)).isPresent();
            assertThat(warnings()).hasSize(i + 1);
            // so that it was touched on this day
            drafts.touch(office, draft);
        }
        world.pass(Duration.ofDays(75));
        night();
        assertThat(warnings()).hasSize(changes.size() + 1);
        drafts.visit(office, draft, "establishment");
        world.pass(Duration.ofDays(15));
        night();
        assertThat(drafts.find(office, draft)).as("looking at it is no change").isEmpty();
    }

    @Test
    @DisplayName(
            "PROC-12 leaves corrections alone as long as they are asked for, and deletes them when the request is over")
    void corrections() {
        String number = world.send(office, draft);
        service.ask(number, List.of(), List.of("diploma"));
        UUID correction = corrections.begin(office, number);
        world.upload(office, correction, "diploma", "diplome.pdf");
        for (int i = 0; i < 3; i++) {
            world.pass(Duration.ofDays(15).plusMinutes(1));
            service.runDueTimers(number);
            night();
        }
        HourlyPurge.run(jobs);
        assertThat(drafts.files(office, correction).get("diploma")).hasSize(1);
        world.pass(Duration.ofDays(15).plusMinutes(1));
        service.runDueTimers(number);
        night();
        assertThat(drafts.find(office, correction)).isEmpty();
        assertThat(warnings()).isEmpty();
        world.pass(Duration.ofHours(25));
        HourlyPurge.run(jobs);
        assertThat(jdbc.sql("select count(*) from stored_file where owner = ? and request_id is null")
                        .param(office.owner())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("PROC-05 writes to nobody whose account is closed, and deletes all the same")
    void closedAccount() {
        jdbc.sql("update account set active = false where id = ?")
                .param(office.account())
                .update();
        world.pass(Duration.ofDays(76));
        night();
        assertThat(traces.draftWarnings(world.login(office))).isZero();
        world.pass(Duration.ofDays(15));
        night();
        assertThat(drafts.find(office, draft)).isEmpty();
    }

    /** The process as the job executor runs it. */
    private void night() {
        jobs.executeJob(jobs.createJobQuery()
                .processDefinitionKey(PROCESS)
                .timers()
                .singleResult()
                .getId());
        List<Job> steps = steps();
        assertThat(steps).hasSize(1);
        while (!steps.isEmpty()) {
            jobs.executeJob(steps.get(0).getId());
            steps = steps();
        }
    }

    private List<Job> steps() {
        return jobs.createJobQuery().processDefinitionKey(PROCESS).messages().list();
    }

    private List<SentLetters.Letter> warnings() {
        return letters.to(world.login(office)).stream()
                .filter(letter ->
                        letter.subject().toLowerCase(java.util.Locale.FRENCH).contains("brouillon"))
                .toList();
    }

    private long version() {
        return world.version(office, draft);
    }

    private boolean exists(String table, String column, UUID id) {
        return jdbc.sql("select exists (select 1 from " + table + " where " + column + " = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }
}
