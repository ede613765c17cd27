package org.navette.partners.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.engine.Tasks;
import org.navette.mail.SentMail;
import org.navette.partners.Desk;
import org.navette.partners.PartnerWorld;
import org.navette.partners.Refused;
import org.navette.partners.Traces;
import org.navette.requests.Exchange;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("The exchange on the diagram partner-request")
class PartnerExchangeTest {

    @Autowired
    PartnerWorld world;

    @Autowired
    Traces traces;

    @Autowired
    Tasks tasks;

    @Autowired
    IdentityService identity;

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("PART-16 four rounds, then it closes right after the fourth answer")
    void fourRounds() {
        Desk desk = world.desk("331");
        String number = world.resolved(desk);
        List<String> labels = new ArrayList<>(List.of("Nouveau", "Pris en charge", "Résolu"));
        List<String> thread = new ArrayList<>(List.of("La réponse"));
        for (int round = 1; round <= 4; round++) {
            assertThat(world.isAlive(number)).isTrue();
            world.later(Duration.ofDays(1));
            world.ask(desk, number, "Question " + round);
            assertThat(traces.status(number)).isEqualTo("Message envoyé");
            assertThat(traces.tasks(number)).containsExactly("Répondre au message");
            assertThat(world.task(number).getAssignee()).isEqualTo("agent.331");
            world.answer(number, "Réponse " + round);
            labels.addAll(List.of("Message envoyé", "Message reçu"));
            thread.addAll(List.of("Question " + round, "Réponse " + round));
            assertThat(traces.status(number)).isEqualTo(round < 4 ? "Message reçu" : "Clôturé");
        }
        labels.add("Clôturé");
        assertThat(world.isAlive(number)).isFalse();
        assertThat(traces.labels(number)).containsExactlyElementsOf(labels);
        assertThat(traces.thread(number)).extracting(Exchange.Message::body).containsExactlyElementsOf(thread);
        assertThat(traces.thread(number))
                .extracting(Exchange.Message::round)
                .containsExactly(0, 1, 1, 2, 2, 3, 3, 4, 4);
    }

    @Test
    @DisplayName("PART-13/14/15 one mail to the author at each of Pris en charge, Résolu and Message reçu, none else")
    void mails() {
        Desk desk = world.desk("331");
        String number = world.deposit(desk, "partners.case-review");
        assertThat(traces.letters(number)).isEmpty();
        world.take(number);
        assertThat(traces.letters(number)).containsExactly("partners/taken-in-charge");
        world.answer(number, "La réponse");
        assertThat(traces.letters(number)).containsExactly("partners/taken-in-charge", "partners/resolved");
        List<String> expected = new ArrayList<>(traces.letters(number));
        Desk colleague = world.colleague(desk, org.navette.partners.Member.Role.TECHNICIAN);
        for (int round = 1; round <= 4; round++) {
            world.ask(colleague, number, "Question " + round);
            assertThat(traces.letters(number)).containsExactlyElementsOf(expected);
            world.answer(number, "Réponse " + round);
            expected.add("partners/message-received");
            assertThat(traces.letters(number)).containsExactlyElementsOf(expected);
        }
        assertThat(traces.status(number)).isEqualTo("Clôturé");
        assertThat(traces.mails(number)).extracting(SentMail::to).containsOnly(world.login(desk));
    }

    @Test
    @DisplayName("PART-16 rounds do not restart the fifteen days: they end fifteen days after the answer")
    void windowIsFixed() {
        Desk desk = world.desk("331");
        String number = world.resolved(desk);
        world.later(Duration.ofDays(10));
        world.ask(desk, number, "Une question");
        world.answer(number, "Une réponse");
        world.later(Duration.ofDays(5).minusMinutes(1));
        assertThat(world.runDueTimers(number)).isZero();
        assertThat(traces.status(number)).isEqualTo("Message reçu");
        world.later(Duration.ofMinutes(1));
        assertThat(world.runDueTimers(number)).isEqualTo(1);
        assertThat(traces.status(number)).isEqualTo("Clôturé");
        assertThat(world.isAlive(number)).isFalse();
    }

    @Test
    @DisplayName("PART-16 a question still open when the fifteen days end is answered first, then the request closes")
    void openQuestion() {
        Desk desk = world.desk("331");
        String number = world.resolved(desk);
        world.later(Duration.ofDays(14));
        world.ask(desk, number, "Une question");
        world.later(Duration.ofDays(3));
        assertThat(world.runDueTimers(number)).isZero();
        assertThat(traces.status(number)).isEqualTo("Message envoyé");
        world.answer(number, "Une réponse tardive");
        assertThat(traces.status(number)).isEqualTo("Clôturé");
        assertThat(traces.labels(number)).endsWith("Message envoyé", "Message reçu", "Clôturé");
        assertThat(traces.letters(number)).endsWith("partners/message-received");
        assertThat(world.isAlive(number)).isFalse();
    }

    @Test
    @DisplayName("PART-16 when the timer's job is late the window is over all the same, and the job closes later")
    void lateJob() {
        Desk desk = world.desk("331");
        String number = world.resolved(desk);
        world.later(Duration.ofDays(17));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> world.ask(desk, number, "Trop tard"))
                .extracting(Refused::reason)
                .isEqualTo(Refused.Reason.WINDOW_OVER);
        assertThat(traces.thread(number)).hasSize(1);
        assertThat(traces.status(number)).isEqualTo("Résolu");
        world.later(Duration.ofDays(2));
        assertThat(world.runDueTimers(number)).isEqualTo(1);
        assertThat(traces.status(number)).isEqualTo("Clôturé");
    }

    @Test
    @DisplayName("PART-15 when the agent has left the organism, the question waits for the group")
    void agentGone() {
        Desk desk = world.desk("331");
        String number = world.deposit(desk, "partners.case-review");
        String leaving = world.agent("partant.331", "331");
        tasks.claim(leaving, world.task(number).getId());
        tasks.submit(leaving, world.task(number).getId(), java.util.Map.of());
        assertThat(world.task(number).getAssignee()).isEqualTo(leaving);
        tasks.submit(leaving, world.task(number).getId(), java.util.Map.of("answer", "La réponse"));
        identity.deleteMembership(leaving, "331-agent");

        world.ask(desk, number, "Une question");
        assertThat(world.task(number).getAssignee()).isNull();
        String colleague = world.agent("331");
        tasks.claim(colleague, world.task(number).getId());
        world.answer(number, "La réponse d'une collègue");
        assertThat(traces.status(number)).isEqualTo("Message reçu");
        world.ask(desk, number, "Une autre");
        assertThat(world.task(number).getAssignee()).isEqualTo(colleague);
    }
}
