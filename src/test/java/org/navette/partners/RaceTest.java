package org.navette.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.AtOnce.Outcome;
import org.navette.NavetteTest;
import org.navette.engine.TaskHandover;
import org.navette.engine.TaskRefused;
import org.navette.engine.Tasks;
import org.navette.requests.Exchange;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

@NavetteTest
@DisplayName("Two people at the same instant")
class RaceTest {

    private static final Map<String, Object> CANCELLATION =
            Map.of("cancellationReason", "duplicate", "confirmed", true);

    @Autowired
    PartnerWorld world;

    @Autowired
    Traces traces;

    @Autowired
    PartnerRequests requests;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskHandover handover;

    @Autowired
    ManagementService jobs;

    @Autowired
    MessageSource messages;

    private Desk desk;
    private Desk colleague;
    private String agent;
    private String otherAgent;

    @BeforeEach
    void people() {
        desk = world.desk("331");
        colleague = world.colleague(desk, Member.Role.TECHNICIAN);
        agent = world.agent("331");
        otherAgent = world.agent("collegue.331", "331");
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("PART-12 of a cancellation and a take-over exactly one wins; everything tells the same story")
    void cancellationAgainstTakeOver() {
        for (int round = 0; round < 50; round++) {
            String number = world.deposit(desk, "partners.case-review");
            String task = claimed(number);
            var outcomes = AtOnce.run(() -> cancel(desk, number), () -> tasks.submit(agent, task, Map.of()));
            Outcome<Void> cancellation = outcomes.get(0);
            Outcome<Void> takeOver = outcomes.get(1);
            assertThat(cancellation.won()).as("round %d: %s", round, outcomes).isNotEqualTo(takeOver.won());
            if (cancellation.won()) {
                refusedAgent(takeOver);
                state(number, "Annulé", List.of(), 0);
                assertThat(traces.labels(number)).containsExactly("Nouveau", "Annulation demandée", "Annulé");
                assertThat(traces.letters(number)).isEmpty();
            } else {
                refused(cancellation, Refused.Reason.NOT_NEW_ANY_MORE);
                state(number, "Pris en charge", List.of("Répondre"), 1);
                assertThat(traces.labels(number)).containsExactly("Nouveau", "Pris en charge");
                assertThat(traces.letters(number)).containsExactly("partners/taken-in-charge");
            }
        }
    }

    @Test
    @DisplayName("PART-12 a take-over always succeeds against a completion, which comes before it or is refused")
    void completionAgainstTakeOver() {
        for (int round = 0; round < 50; round++) {
            String number = world.deposit(desk, "partners.case-review");
            String task = claimed(number);
            var outcomes = AtOnce.run(() -> complete(number), () -> tasks.submit(agent, task, Map.of()));
            Outcome<Void> completion = outcomes.get(0);
            assertThat(outcomes.get(1).won())
                    .as("round %d: %s", round, outcomes)
                    .isTrue();
            state(number, "Pris en charge", List.of("Répondre"), 1);
            if (completion.won()) {
                assertThat(traces.labels(number)).containsExactly("Nouveau", "Demande complétée", "Pris en charge");
                assertThat(traces.comment(number)).isEqualTo("Complété");
            } else {
                refused(completion, Refused.Reason.NOT_NEW_ANY_MORE);
                assertThat(traces.labels(number)).containsExactly("Nouveau", "Pris en charge");
                assertThat(traces.comment(number)).isEqualTo("Commentaire d'essai");
            }
        }
    }

    @Test
    @DisplayName("PART-12 a cancellation succeeds although an agent claims the task, which takes nothing in charge yet")
    void cancellationAgainstClaim() {
        for (int round = 0; round < 25; round++) {
            String number = world.deposit(desk, "partners.case-review");
            String task = world.task(number).getId();
            var outcomes = AtOnce.run(() -> cancel(desk, number), () -> tasks.claim(agent, task));
            assertThat(outcomes.get(0).won())
                    .as("round %d: %s", round, outcomes)
                    .isTrue();
            if (!outcomes.get(1).won()) {
                refusedAgent(outcomes.get(1));
            }
            state(number, "Annulé", List.of(), 0);
        }
    }

    @Test
    @DisplayName(
            "PART-12 of a cancellation and a completion the cancellation wins; the completion comes first or never")
    void cancellationAgainstCompletion() {
        for (int round = 0; round < 25; round++) {
            String number = world.deposit(desk, "partners.case-review");
            var outcomes = AtOnce.run(() -> cancel(colleague, number), () -> complete(number));
            assertThat(outcomes.get(0).won())
                    .as("round %d: %s", round, outcomes)
                    .isTrue();
            state(number, "Annulé", List.of(), 0);
            if (outcomes.get(1).won()) {
                assertThat(traces.labels(number))
                        .containsExactly("Nouveau", "Demande complétée", "Annulation demandée", "Annulé");
            } else {
                refused(outcomes.get(1), Refused.Reason.NOT_NEW_ANY_MORE);
            }
        }
    }

    @Test
    @DisplayName("PART-12 of two agents who claim a task one gets it and the other is told")
    void twoClaims() {
        for (int round = 0; round < 25; round++) {
            String number = world.deposit(desk, "partners.case-review");
            String task = world.task(number).getId();
            var outcomes = AtOnce.run(() -> tasks.claim(agent, task), () -> tasks.claim(otherAgent, task));
            boolean first = outcomes.get(0).won();
            assertThat(first)
                    .as("round %d: %s", round, outcomes)
                    .isNotEqualTo(outcomes.get(1).won());
            assertThat(world.task(number).getAssignee()).isEqualTo(first ? agent : otherAgent);
            assertThat(refusedAgent(outcomes.get(first ? 1 : 0))).contains("collègue");
        }
    }

    @Test
    @DisplayName("PART-12 of two technicians who cancel one wins and the other is told")
    void twoCancellations() {
        for (int round = 0; round < 25; round++) {
            String number = world.deposit(desk, "partners.case-review");
            var outcomes = AtOnce.run(() -> cancel(desk, number), () -> cancel(colleague, number));
            oneWins(round, outcomes, Refused.Reason.NOT_NEW_ANY_MORE);
            state(number, "Annulé", List.of(), 0);
            assertThat(traces.labels(number)).containsExactly("Nouveau", "Annulation demandée", "Annulé");
        }
    }

    @Test
    @DisplayName("PART-13 of an answer and putting the task back to the group exactly one wins")
    void answerAgainstPuttingBack() {
        for (int round = 0; round < 25; round++) {
            String number = world.deposit(desk, "partners.case-review");
            world.take(number);
            String task = world.task(number).getId();
            var outcomes = AtOnce.run(
                    () -> tasks.submit(agent, task, Map.of("answer", "La réponse")),
                    () -> handover.give(agent, task, null));
            boolean answered = outcomes.get(0).won();
            assertThat(answered)
                    .as("round %d: %s", round, outcomes)
                    .isNotEqualTo(outcomes.get(1).won());
            refusedAgent(outcomes.get(answered ? 1 : 0));
            state(number, answered ? "Résolu" : "Pris en charge", answered ? List.of() : List.of("Répondre"), 1);
            assertThat(traces.thread(number)).hasSize(answered ? 1 : 0);
        }
    }

    @Test
    @DisplayName("PART-15 of two questions one is sent and the other waits for the answer")
    void twoQuestions() {
        for (int round = 0; round < 25; round++) {
            String number = world.resolved(desk);
            var outcomes = AtOnce.run(
                    () -> world.ask(desk, number, "Question"), () -> world.ask(colleague, number, "Question"));
            oneWins(round, outcomes, Refused.Reason.WAITING_FOR_ANSWER);
            asked(number);
        }
    }

    @Test
    @DisplayName("PART-15 a question sent twice at the same instant is asked once, and both are told that it was sent")
    void doubleClick() {
        for (int round = 0; round < 25; round++) {
            String number = world.resolved(desk);
            Submission submission = world.submission(Map.of("message", "Question"));
            var outcomes = AtOnce.run(
                    () -> requests.followUp(desk, number, submission),
                    () -> requests.followUp(desk, number, submission));
            assertThat(outcomes).as("round %d", round).allMatch(Outcome::won);
            asked(number);
        }
    }

    @Test
    @DisplayName("PART-16 of a question and the end of the window exactly one wins; no question is lost or left open")
    void questionAgainstWindowEnd() {
        for (int round = 0; round < 25; round++) {
            ClockUtil.reset();
            String number = world.resolved(desk);
            String timer = timer(number);
            world.later(Duration.ofDays(15).minusMinutes(5));
            var outcomes = AtOnce.run(() -> world.ask(desk, number, "Question"), () -> jobs.executeJob(timer));
            boolean sent = outcomes.get(0).won();
            assertThat(sent)
                    .as("round %d: %s", round, outcomes)
                    .isNotEqualTo(outcomes.get(1).won());
            if (sent) {
                asked(number);
            } else {
                refused(outcomes.get(0), Refused.Reason.EXCHANGE_NOT_OPEN);
                state(number, "Clôturé", List.of(), 0);
                assertThat(traces.thread(number)).hasSize(1);
                assertThat(traces.rounds(number)).isZero();
            }
            assertThat(jobs.createJobQuery().jobId(timer).count()).isZero();
        }
    }

    private String claimed(String number) {
        String task = world.task(number).getId();
        tasks.claim(agent, task);
        return task;
    }

    private void cancel(Desk who, String number) {
        requests.cancel(who, number, world.submission(CANCELLATION));
    }

    private void complete(String number) {
        requests.complete(desk, number, world.submission(Map.of("comment", "Complété")));
    }

    private String timer(String number) {
        return jobs.createJobQuery()
                .processInstanceId(traces.instance(number))
                .timers()
                .singleResult()
                .getId();
    }

    private void asked(String number) {
        state(number, "Message envoyé", List.of("Répondre au message"), 1);
        assertThat(traces.thread(number)).extracting(Exchange.Message::body).containsExactly("La réponse", "Question");
        assertThat(traces.rounds(number)).isEqualTo(1);
        assertThat(traces.labels(number)).containsExactly("Nouveau", "Pris en charge", "Résolu", "Message envoyé");
    }

    private void state(String number, String status, List<String> openTasks, long instances) {
        assertThat(traces.status(number)).isEqualTo(status);
        assertThat(traces.tasks(number)).isEqualTo(openTasks);
        assertThat(traces.instances(number)).isEqualTo(instances);
    }

    private void oneWins(int round, List<Outcome<Void>> outcomes, Refused.Reason told) {
        List<Outcome<Void>> losers = new ArrayList<>(outcomes);
        losers.removeIf(Outcome::won);
        assertThat(losers).as("round %d: %s", round, outcomes).hasSize(1);
        refused(losers.get(0), told);
    }

    private void refused(Outcome<Void> outcome, Refused.Reason told) {
        Refused refusal = outcome.failure(Refused.class);
        assertThat(refusal).as("%s", outcome).isNotNull();
        assertThat(refusal.reason()).isEqualTo(told);
        assertThat(messages.getMessage("partners.refused." + told, new Object[] {"CPAM GIRONDE"}, Locale.FRENCH))
                .hasSizeGreaterThan(30);
    }

    /** What the agent reads. */
    private static String refusedAgent(Outcome<Void> outcome) {
        TaskRefused refusal = outcome.failure(TaskRefused.class);
        assertThat(refusal).as("%s", outcome).isNotNull();
        assertThat(refusal.getMessage()).contains("tâche");
        return refusal.getMessage();
    }
}
