package org.navette.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.AtOnce.Outcome;
import org.navette.NavetteTest;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("Corrections at the same instant as a timer or a colleague")
class CorrectionRaceTest {

    private static final int ROUNDS = 30;

    @Autowired
    ProcedureWorld world;

    @Autowired
    ServiceWorld service;

    @Autowired
    ProcedureTraces traces;

    @Autowired
    Corrections corrections;

    @Autowired
    ManagementService jobs;

    private Office office;
    private Office colleague;

    @BeforeEach
    void people() {
        office = world.responsible();
        colleague = world.colleague(office, Standing.RESPONSIBLE);
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName(
            "PROC-13 of corrections and a reminder the corrections always arrive; the reminder comes before or never")
    void reminder() {
        for (int round = 0; round < ROUNDS; round++) {
            ClockUtil.reset();
            String number = asked();
            UUID draft = corrections.begin(office, number);
            service.later(Duration.ofDays(15).plusMinutes(1));
            String timer = due(number);
            var outcomes = AtOnce.run(() -> world.send(office, draft), () -> jobs.executeJob(timer));
            assertThat(outcomes.get(0).won())
                    .as("round %d: %s", round, outcomes)
                    .isTrue();
            corrected(number);
            List<String> labels = new ArrayList<>(traces.labels(number));
            labels.remove("Relancée");
            assertThat(labels)
                    .as("round %d: %s", round, outcomes)
                    .containsExactly(
                            "En traitement", "Corrections demandées", "Corrections transmises", "Corrections reçues");
            assertThat(traces.letters(number).contains("procedures/reminder"))
                    .isEqualTo(traces.labels(number).contains("Relancée"));
            assertThat(jobs.createJobQuery().jobId(timer).count()).isZero();
        }
    }

    @Test
    @DisplayName("PROC-13 of corrections and the end without follow-up exactly one wins, and the other is told")
    void end() {
        int abandoned = 0;
        for (int round = 0; round < ROUNDS; round++) {
            ClockUtil.reset();
            String number = asked();
            UUID draft = corrections.begin(office, number);
            for (int reminder = 0; reminder < 3; reminder++) {
                service.later(Duration.ofDays(15).plusMinutes(1));
                service.runDueTimers(number);
            }
            service.later(Duration.ofDays(15));
            String timer = due(number);
            var outcomes = AtOnce.run(() -> world.send(office, draft), () -> jobs.executeJob(timer));
            boolean sent = outcomes.get(0).won();
            assertThat(sent)
                    .as("round %d: %s", round, outcomes)
                    .isNotEqualTo(outcomes.get(1).won());
            if (sent) {
                corrected(number);
                assertThat(traces.letters(number)).doesNotContain("procedures/abandoned");
            } else {
                abandoned++;
                assertThat(outcomes.get(0).failure(Refused.class))
                        .as("round %d: %s", round, outcomes)
                        .extracting(Refused::reason)
                        .isEqualTo(Refused.Reason.NOT_ASKED);
                assertThat(traces.status(number)).isEqualTo("Sans suite");
                assertThat(traces.instances(number)).isZero();
                assertThat(traces.revisions(number)).isZero();
                assertThat(traces.labels(number)).doesNotContain("Corrections transmises");
                assertThat(traces.letters(number)).endsWith("procedures/abandoned");
            }
        }
        assertThat(abandoned)
                .as("both outcomes are seen, or this test tests little")
                .isBetween(1, ROUNDS - 1);
    }

    @Test
    @DisplayName("PROC-12 corrections opened and sent by two colleagues at once are opened once and arrive once")
    void colleagues() {
        for (int round = 0; round < ROUNDS; round++) {
            String number = asked();
            List<Outcome<UUID>> opened = AtOnce.call(
                    List.of(() -> corrections.begin(office, number), () -> corrections.begin(colleague, number)));
            assertThat(opened).as("round %d", round).allMatch(Outcome::won);
            UUID draft = opened.get(0).value();
            assertThat(opened.get(1).value()).isEqualTo(draft);

            var sent = AtOnce.run(() -> world.send(office, draft), () -> world.send(colleague, draft));
            assertThat(sent.stream().filter(Outcome::won).count())
                    .as("round %d: %s", round, sent)
                    .isPositive();
            corrected(number);
            assertThat(traces.labels(number)).hasSize(4);
        }
    }

    private String asked() {
        String number = world.send(office, "certificate");
        service.ask(number, List.of("head-office"), List.of());
        return number;
    }

    private void corrected(String number) {
        assertThat(traces.status(number)).isEqualTo("Corrections reçues");
        assertThat(traces.tasks(number)).containsExactly("Instruire la demande");
        assertThat(traces.instances(number)).isEqualTo(1);
        assertThat(traces.revisions(number)).isEqualTo(1);
        assertThat(traces.own(number).asked()).isNull();
    }

    private String due(String number) {
        return jobs.createJobQuery()
                .processInstanceId(traces.instance(number))
                .timers()
                .executable()
                .singleResult()
                .getId();
    }
}
