package org.navette.procedures.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.engine.Agents;
import org.navette.procedures.Corrections;
import org.navette.procedures.Details;
import org.navette.procedures.Office;
import org.navette.procedures.ProcedureTraces;
import org.navette.procedures.ProcedureWorld;
import org.navette.procedures.Refused;
import org.navette.procedures.ServiceWorld;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("PROC-13 The timers of procedure-request")
class CorrectionTimersTest {

    private static final String REMINDER = "procedures/reminder";

    @Autowired
    ProcedureWorld world;

    @Autowired
    ServiceWorld service;

    @Autowired
    ProcedureTraces traces;

    @Autowired
    Corrections corrections;

    @Autowired
    Details details;

    @Autowired
    ManagementService jobs;

    @Autowired
    TaskService engineTasks;

    @Autowired
    SentLetters letters;

    private Office office;
    private String number;

    @BeforeEach
    void ask() {
        office = world.responsible();
        number = world.send(office, "staff-change");
        service.ask(number, List.of(), List.of("diploma"));
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("PROC-13 reminds after 15, 30 and 45 days, once each, and ends without follow-up after 60")
    void wholeSilence() {
        for (int reminder = 1; reminder <= 3; reminder++) {
            service.later(Duration.ofDays(15).minusMinutes(5));
            assertThat(service.runDueTimers(number)).isZero();
            service.later(Duration.ofMinutes(10));
            assertThat(service.runDueTimers(number)).isEqualTo(1);
            assertThat(service.runDueTimers(number)).as("once").isZero();
            assertThat(traces.status(number)).isEqualTo("Relancée");
            assertThat(reminders()).isEqualTo(reminder);
            assertThat(details.of(office, number).orElseThrow().canCorrect()).isTrue();
            // so that the next round is measured from the same instant
            service.later(Duration.ofMinutes(-5));
        }
        service.later(Duration.ofDays(15).minusMinutes(5));
        assertThat(service.runDueTimers(number)).isZero();
        service.later(Duration.ofMinutes(10));
        assertThat(service.runDueTimers(number)).isEqualTo(1);

        assertThat(traces.status(number)).isEqualTo("Sans suite");
        assertThat(traces.instances(number)).isZero();
        assertThat(traces.labels(number))
                .containsExactly(
                        "En traitement", "Corrections demandées", "Relancée", "Relancée", "Relancée", "Sans suite");
        assertThat(traces.letters(number))
                .containsExactly(
                        "procedures/received",
                        "procedures/corrections",
                        REMINDER,
                        REMINDER,
                        REMINDER,
                        "procedures/abandoned");
        assertThat(letters.to(world.login(office))).hasSize(6);
        Details.Detail detail = details.of(office, number).orElseThrow();
        assertThat(detail.isAbandoned()).isTrue();
        assertThat(detail.canCorrect()).isFalse();
        assertThat(detail.canRestart()).isTrue();
    }

    @Test
    @DisplayName(
            "PROC-13 a correction after the second reminder goes on; the timers are gone, the next round has its own")
    void afterTheSecond() {
        pass(2);
        world.correct(office, number, "diploma");
        assertThat(traces.status(number)).isEqualTo("Corrections reçues");
        service.later(Duration.ofDays(9));
        assertThat(service.runDueTimers(number)).isZero();

        service.ask(number, List.of(), List.of("diploma"));
        service.later(Duration.ofDays(14));
        assertThat(service.runDueTimers(number)).as("counted anew").isZero();
        pass(3);
        assertThat(reminders()).isEqualTo(5);
        service.later(Duration.ofDays(16));
        service.runDueTimers(number);
        assertThat(traces.status(number)).isEqualTo("Sans suite");
    }

    @Test
    @DisplayName("PROC-13 what comes after the end is refused, and the unsent corrections go with the request")
    void afterTheEnd() {
        UUID draft = corrections.begin(office, number);
        world.upload(office, draft, "diploma", "trop-tard.pdf");
        abandon();
        Map<String, Object> before = traces.everything(number);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> world.send(office, draft))
                .extracting(Refused::reason)
                .isEqualTo(Refused.Reason.NOT_ASKED);
        assertThat(traces.everything(number)).isEqualTo(before);
    }

    @Test
    @DisplayName("PROC-13 an application that was down for months reminds no more often than asked, then ends")
    void afterALongOutage() {
        service.later(Duration.ofDays(200));
        while (traces.instances(number) > 0 && service.runDueTimers(number) > 0) {
            assertThat(reminders()).isLessThanOrEqualTo(3);
        }
        assertThat(traces.status(number)).isEqualTo("Sans suite");
        assertThat(traces.letters(number)).endsWith("procedures/abandoned");
    }

    @Test
    @DisplayName("PROC-13 on two nodes at once each mail is written once")
    void twoNodes() {
        for (int reminder = 1; reminder <= 4; reminder++) {
            service.later(Duration.ofDays(15).plusMinutes(1));
            List<String> due = due();
            assertThat(due).hasSize(1);
            AtOnce.Action job = () -> jobs.executeJob(due.get(0));
            AtOnce.run(job, job, job, job);
            assertThat(reminders()).isEqualTo(Math.min(reminder, 3));
        }
        assertThat(traces.status(number)).isEqualTo("Sans suite");
        assertThat(traces.letters(number)).hasSize(6);
        letters.send(world.login(office));
        assertThat(letters.to(world.login(office))).hasSize(6);
    }

    @Test
    @DisplayName("PROC-11 a task that is late is opened to the supervisors, once; its agent keeps it")
    void late() {
        String other = world.send(office, "certificate");
        service.claim(service.agent(), other);
        Task task = service.task(other);
        assertThat(Math.round(
                        (task.getDueDate().getTime() - task.getCreateTime().getTime()) / 86_400_000.0))
                .isEqualTo(10);
        assertThat(groups(task)).containsExactly(Agents.agentsOf(ServiceWorld.ORGANISM));
        service.later(Duration.ofDays(10).plusHours(2));
        assertThat(service.runDueTimers(other)).isEqualTo(1);
        assertThat(groups(task))
                .containsExactlyInAnyOrder(
                        Agents.agentsOf(ServiceWorld.ORGANISM), Agents.supervisorsOf(ServiceWorld.ORGANISM));
        assertThat(service.task(other).getAssignee()).isEqualTo(service.agent());
        assertThat(service.runDueTimers(other)).as("once").isZero();
        service.accept(other);
        assertThat(traces.status(other)).isEqualTo("Traitée");
    }

    private void pass(int reminders) {
        for (int i = 0; i < reminders; i++) {
            service.later(Duration.ofDays(15).plusMinutes(1));
            assertThat(service.runDueTimers(number)).isEqualTo(1);
        }
    }

    private void abandon() {
        pass(4);
        assertThat(traces.status(number)).isEqualTo("Sans suite");
    }

    private long reminders() {
        return traces.letters(number).stream().filter(REMINDER::equals).count();
    }

    private List<String> due() {
        return jobs.createJobQuery().processInstanceId(traces.instance(number)).timers().executable().list().stream()
                .map(Job::getId)
                .toList();
    }

    private List<String> groups(Task task) {
        return engineTasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .flatMap(Stream::ofNullable)
                .toList();
    }
}
