package org.navette.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.AtOnce.Outcome;
import org.navette.NavetteTest;
import org.navette.Rounds;
import org.navette.engine.TaskHandover;
import org.navette.engine.Tasks;
import org.navette.requests.Exchange;
import org.navette.requests.Submission;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

@NavetteTest
@Tag("races")
@DisplayName("Two people at the same instant, once a request is taken in charge")
class ExchangeRaceTest {

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

    private RaceEnd end;
    private Desk desk;
    private Desk colleague;
    private String agent;

    @BeforeEach
    void people() {
        end = new RaceEnd(traces, messages);
        desk = world.desk("331");
        colleague = world.colleague(desk, Member.Role.TECHNICIAN);
        agent = world.agent("331");
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("PART-13 of an answer and putting the task back to the group exactly one wins")
    void answerAgainstPuttingBack() {
        for (int round = 0; round < Rounds.of(25); round++) {
            String number = world.deposit(desk, "partners.case-review");
            world.take(number);
            String task = world.task(number).getId();
            var outcomes = AtOnce.run(
                    () -> tasks.submit(agent, task, Map.of("answer", "La réponse")),
                    () -> handover.give(agent, task, null, null));
            boolean answered = outcomes.get(0).won();
            assertThat(answered)
                    .as("round %d: %s", round, outcomes)
                    .isNotEqualTo(outcomes.get(1).won());
            RaceEnd.refusedAgent(outcomes.get(answered ? 1 : 0));
            end.state(number, answered ? "Résolu" : "Pris en charge", answered ? List.of() : List.of("Répondre"), 1);
            assertThat(traces.thread(number)).hasSize(answered ? 1 : 0);
        }
    }

    @Test
    @DisplayName("PART-15 of two questions one is sent and the other waits for the answer")
    void twoQuestions() {
        for (int round = 0; round < Rounds.of(25); round++) {
            String number = world.resolved(desk);
            var outcomes = AtOnce.run(
                    () -> world.ask(desk, number, "Question"), () -> world.ask(colleague, number, "Question"));
            end.oneWins(round, outcomes, Refused.Reason.WAITING_FOR_ANSWER);
            asked(number);
        }
    }

    @Test
    @DisplayName("PART-15 a question sent twice at the same instant is asked once, and both are told that it was sent")
    void doubleClick() {
        for (int round = 0; round < Rounds.of(25); round++) {
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
        for (int round = 0; round < Rounds.of(25); round++) {
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
                end.refused(outcomes.get(0), Refused.Reason.EXCHANGE_NOT_OPEN);
                end.state(number, "Clôturé", List.of(), 0);
                assertThat(traces.thread(number)).hasSize(1);
                assertThat(traces.rounds(number)).isZero();
            }
            assertThat(jobs.createJobQuery().jobId(timer).count()).isZero();
        }
    }

    private String timer(String number) {
        return jobs.createJobQuery()
                .processInstanceId(traces.instance(number))
                .timers()
                .singleResult()
                .getId();
    }

    private void asked(String number) {
        end.state(number, "Message envoyé", List.of("Répondre au message"), 1);
        assertThat(traces.thread(number)).extracting(Exchange.Message::body).containsExactly("La réponse", "Question");
        assertThat(traces.rounds(number)).isEqualTo(1);
        assertThat(traces.labels(number)).containsExactly("Nouveau", "Pris en charge", "Résolu", "Message envoyé");
    }
}
