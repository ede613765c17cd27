package org.navette.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.AtOnce.Outcome;
import org.navette.NavetteTest;
import org.navette.Rounds;
import org.navette.engine.Tasks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

@NavetteTest
@Tag("races")
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
    MessageSource messages;

    private RaceEnd end;
    private Desk desk;
    private Desk colleague;
    private String agent;
    private String otherAgent;

    @BeforeEach
    void people() {
        end = new RaceEnd(traces, messages);
        desk = world.desk("331");
        colleague = world.colleague(desk, Member.Role.TECHNICIAN);
        agent = world.agent("331");
        otherAgent = world.agent("collegue.331", "331");
    }

    @Test
    @DisplayName("PART-12 of a cancellation and a take-over exactly one wins; everything tells the same story")
    void cancellationAgainstTakeOver() {
        for (int round = 0; round < Rounds.of(50); round++) {
            String number = world.deposit(desk, "partners.case-review");
            String task = claimed(number);
            var outcomes = AtOnce.run(() -> cancel(desk, number), () -> tasks.submit(agent, task, Map.of()));
            Outcome<Void> cancellation = outcomes.get(0);
            Outcome<Void> takeOver = outcomes.get(1);
            assertThat(cancellation.won()).as("round %d: %s", round, outcomes).isNotEqualTo(takeOver.won());
            if (cancellation.won()) {
                RaceEnd.refusedAgent(takeOver);
                end.state(number, "Annulé", List.of(), 0);
                assertThat(traces.labels(number)).containsExactly("Nouveau", "Annulation demandée", "Annulé");
                assertThat(traces.letters(number)).isEmpty();
            } else {
                end.refused(cancellation, Refused.Reason.NOT_NEW_ANY_MORE);
                end.state(number, "Pris en charge", List.of("Répondre"), 1);
                assertThat(traces.labels(number)).containsExactly("Nouveau", "Pris en charge");
                assertThat(traces.letters(number)).containsExactly("partners/taken-in-charge");
            }
        }
    }

    @Test
    @DisplayName("PART-12 a take-over always succeeds against a completion, which comes before it or is refused")
    void completionAgainstTakeOver() {
        for (int round = 0; round < Rounds.of(50); round++) {
            String number = world.deposit(desk, "partners.case-review");
            String task = claimed(number);
            var outcomes = AtOnce.run(() -> complete(number), () -> tasks.submit(agent, task, Map.of()));
            Outcome<Void> completion = outcomes.get(0);
            assertThat(outcomes.get(1).won())
                    .as("round %d: %s", round, outcomes)
                    .isTrue();
            end.state(number, "Pris en charge", List.of("Répondre"), 1);
            if (completion.won()) {
                assertThat(traces.labels(number)).containsExactly("Nouveau", "Demande complétée", "Pris en charge");
                assertThat(traces.comment(number)).isEqualTo("Complété");
            } else {
                end.refused(completion, Refused.Reason.NOT_NEW_ANY_MORE);
                assertThat(traces.labels(number)).containsExactly("Nouveau", "Pris en charge");
                assertThat(traces.comment(number)).isEqualTo("Commentaire d'essai");
            }
        }
    }

    @Test
    @DisplayName("PART-12 a cancellation succeeds although an agent claims the task, which takes nothing in charge yet")
    void cancellationAgainstClaim() {
        for (int round = 0; round < Rounds.of(25); round++) {
            String number = world.deposit(desk, "partners.case-review");
            String task = world.task(number).getId();
            var outcomes = AtOnce.run(() -> cancel(desk, number), () -> tasks.claim(agent, task));
            assertThat(outcomes.get(0).won())
                    .as("round %d: %s", round, outcomes)
                    .isTrue();
            if (!outcomes.get(1).won()) {
                RaceEnd.refusedAgent(outcomes.get(1));
            }
            end.state(number, "Annulé", List.of(), 0);
        }
    }

    @Test
    @DisplayName(
            "PART-12 of a cancellation and a completion the cancellation wins; the completion comes first or never")
    void cancellationAgainstCompletion() {
        for (int round = 0; round < Rounds.of(25); round++) {
            String number = world.deposit(desk, "partners.case-review");
            var outcomes = AtOnce.run(() -> cancel(colleague, number), () -> complete(number));
            assertThat(outcomes.get(0).won())
                    .as("round %d: %s", round, outcomes)
                    .isTrue();
            end.state(number, "Annulé", List.of(), 0);
            if (outcomes.get(1).won()) {
                assertThat(traces.labels(number))
                        .containsExactly("Nouveau", "Demande complétée", "Annulation demandée", "Annulé");
            } else {
                end.refused(outcomes.get(1), Refused.Reason.NOT_NEW_ANY_MORE);
            }
        }
    }

    @Test
    @DisplayName("PART-12 of two agents who claim a task one gets it and the other is told")
    void twoClaims() {
        for (int round = 0; round < Rounds.of(25); round++) {
            String number = world.deposit(desk, "partners.case-review");
            String task = world.task(number).getId();
            var outcomes = AtOnce.run(() -> tasks.claim(agent, task), () -> tasks.claim(otherAgent, task));
            boolean first = outcomes.get(0).won();
            assertThat(first)
                    .as("round %d: %s", round, outcomes)
                    .isNotEqualTo(outcomes.get(1).won());
            assertThat(world.task(number).getAssignee()).isEqualTo(first ? agent : otherAgent);
            assertThat(RaceEnd.refusedAgent(outcomes.get(first ? 1 : 0))).contains("collègue");
        }
    }

    @Test
    @DisplayName("PART-12 of two technicians who cancel one wins and the other is told")
    void twoCancellations() {
        for (int round = 0; round < Rounds.of(25); round++) {
            String number = world.deposit(desk, "partners.case-review");
            var outcomes = AtOnce.run(() -> cancel(desk, number), () -> cancel(colleague, number));
            end.oneWins(round, outcomes, Refused.Reason.NOT_NEW_ANY_MORE);
            end.state(number, "Annulé", List.of(), 0);
            assertThat(traces.labels(number)).containsExactly("Nouveau", "Annulation demandée", "Annulé");
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
}
