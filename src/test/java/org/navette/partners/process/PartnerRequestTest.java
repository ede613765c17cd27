package org.navette.partners.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.engine.TaskHandover;
import org.navette.engine.TaskRefused;
import org.navette.engine.Tasks;
import org.navette.partners.Desk;
import org.navette.partners.Details;
import org.navette.partners.Member;
import org.navette.partners.PartnerRequests;
import org.navette.partners.PartnerWorld;
import org.navette.partners.Refused;
import org.navette.partners.Traces;
import org.navette.requests.Actor;
import org.navette.requests.History;
import org.navette.requests.Timeline;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("The diagram partner-request")
class PartnerRequestTest {

    private static final Map<String, Object> CANCELLATION =
            Map.of("cancellationReason", "duplicate", "confirmed", true);

    @Autowired
    PartnerWorld world;

    @Autowired
    Traces traces;

    @Autowired
    PartnerRequests requests;

    @Autowired
    Details details;

    @Autowired
    History history;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskHandover handover;

    @Autowired
    RuntimeService runtime;

    private Desk desk;
    private String number;

    @BeforeEach
    void deposit() {
        desk = world.desk("331");
        number = world.deposit(desk, "partners.case-review");
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("PART-16 lives from Nouveau over Pris en charge and Résolu to Clôturé when the fifteen days end")
    void wholeLife() {
        assertThat(traces.status(number)).isEqualTo("Nouveau");
        assertThat(traces.tasks(number)).containsExactly("Prendre en charge");
        world.take(number);
        assertThat(traces.status(number)).isEqualTo("Pris en charge");
        assertThat(traces.tasks(number)).containsExactly("Répondre");
        world.answer(number, "La réponse");
        assertThat(traces.status(number)).isEqualTo("Résolu");
        assertThat(traces.tasks(number)).isEmpty();
        world.later(Duration.ofDays(15).plusMinutes(1));
        assertThat(world.runDueTimers(number)).isEqualTo(1);
        assertThat(traces.status(number)).isEqualTo("Clôturé");
        assertThat(world.isAlive(number)).isFalse();
    }

    @Test
    @DisplayName("PART-18 the timeline says when, who and what, in order, for each status of a whole life")
    void timeline() {
        List<Instant> moments = new java.util.ArrayList<>(List.of(traces.statusAt(number)));
        world.later(Duration.ofHours(3));
        world.take(number);
        moments.add(traces.statusAt(number));
        world.later(Duration.ofHours(5));
        world.answer(number, "La réponse");
        moments.add(traces.statusAt(number));
        world.later(Duration.ofDays(15));
        world.runDueTimers(number);
        moments.add(traces.statusAt(number));

        List<Timeline.Entry> entries = traces.timeline(number);
        assertThat(entries)
                .extracting(Timeline.Entry::label)
                .containsExactly("Nouveau", "Pris en charge", "Résolu", "Clôturé");
        assertThat(entries).extracting(Timeline.Entry::at).containsExactlyElementsOf(moments);
        assertThat(moments).isSorted().doesNotHaveDuplicates();
        assertThat(entries)
                .extracting(Timeline.Entry::actor)
                .containsExactly(
                        Actor.partner(desk.account().toString(), PartnerWorld.name()),
                        Actor.agent("agent.331"),
                        Actor.agent("agent.331"),
                        Actor.SYSTEM);
    }

    @Test
    @DisplayName("PART-12 a completion changes the comment, keeps the earlier one, moves neither status nor its date")
    void completion() {
        Instant deposited = traces.statusAt(number);
        world.later(Duration.ofMinutes(10));
        Desk colleague = world.colleague(desk, Member.Role.TECHNICIAN);
        requests.complete(colleague, number, world.submission(Map.of("comment", "Avec l'avis d'imposition")));
        world.later(Duration.ofMinutes(10));
        requests.complete(desk, number, world.submission(Map.of("comment", "Avec les deux avis")));

        assertThat(traces.comment(number)).isEqualTo("Avec les deux avis");
        assertThat(traces.status(number)).isEqualTo("Nouveau");
        assertThat(traces.statusAt(number)).isEqualTo(deposited);
        assertThat(traces.labels(number)).containsExactly("Nouveau", "Demande complétée", "Demande complétée");
        assertThat(traces.timeline(number))
                .extracting(entry -> entry.detail().get("comment"))
                .containsExactly(null, "Commentaire d'essai", "Avec l'avis d'imposition");
        assertThat(traces.timeline(number).get(1).actor().id())
                .isEqualTo(colleague.account().toString());
        assertThat(traces.tasks(number)).containsExactly("Prendre en charge");
        assertThat(traces.letters(number)).isEmpty();
        // and its life goes on
        world.take(number);
        assertThat(traces.status(number)).isEqualTo("Pris en charge");
    }

    @Test
    @DisplayName("PART-12 a cancelled request leaves the history and its pages; rows and timeline stay for the audit")
    void cancellation() {
        requests.cancel(world.colleague(desk, Member.Role.TECHNICIAN), number, world.submission(CANCELLATION));

        assertThat(history.page(desk.scope(), History.Filter.NONE, new History.Sort(History.By.DATE, true), 1, 10)
                        .rows())
                .isEmpty();
        assertThat(details.of(desk, number)).isEmpty();
        assertThat(traces.status(number)).isEqualTo("Annulé");
        assertThat(traces.labels(number)).containsExactly("Nouveau", "Annulation demandée", "Annulé");
        assertThat(traces.timeline(number).get(1).detail()).containsEntry("reason", "duplicate");
        assertThat(traces.timeline(number))
                .extracting(entry -> entry.actor().kind())
                .containsOnly(Actor.Kind.PARTNER);
        assertThat(traces.comment(number)).isEqualTo("Commentaire d'essai");
        assertThat(traces.instances(number)).isZero();
        assertThat(traces.tasks(number)).isEmpty();
        assertThat(traces.letters(number)).isEmpty();
    }

    @Test
    @DisplayName("PART-12 once taken in charge, completion and cancellation are refused and change nothing")
    void tooLate() {
        world.take(number);
        Map<String, Object> before = traces.everything(number);
        refused(() -> requests.complete(desk, number, world.submission(Map.of("comment", "Trop tard"))));
        refused(() -> requests.cancel(desk, number, world.submission(CANCELLATION)));
        world.answer(number, "La réponse");
        refused(() -> requests.cancel(desk, number, world.submission(CANCELLATION)));
        world.later(Duration.ofDays(16));
        world.runDueTimers(number);
        refused(() -> requests.complete(desk, number, world.submission(Map.of("comment", "Trop tard"))));
        assertThat(traces.comment(number)).isEqualTo(before.get("comment"));
        assertThat(traces.labels(number)).containsExactly("Nouveau", "Pris en charge", "Résolu", "Clôturé");
    }

    @Test
    @DisplayName("PART-12 a cancelled request is neither completed nor cancelled again")
    void afterCancellation() {
        requests.cancel(desk, number, world.submission(CANCELLATION));
        Map<String, Object> before = traces.everything(number);
        refused(() -> requests.complete(desk, number, world.submission(Map.of("comment", "Trop tard"))));
        refused(() -> requests.cancel(desk, number, world.submission(CANCELLATION)));
        assertThat(traces.everything(number)).isEqualTo(before);
    }

    @Test
    @DisplayName("PART-13 a task put back to the group is answered by the colleague who claims it")
    void putBack() {
        world.take(number);
        String task = world.task(number).getId();
        handover.give("agent.331", task, null, null);
        assertThat(world.task(number).getAssignee()).isNull();
        assertThat(traces.status(number)).isEqualTo("Pris en charge");
        agentRefused("agent.331", () -> tasks.submit("agent.331", task, Map.of("answer", "Non")));

        String colleague = world.agent("collegue.331", "331");
        tasks.claim(colleague, task);
        tasks.submit(colleague, task, Map.of("answer", "Réponse du collègue"));
        assertThat(traces.status(number)).isEqualTo("Résolu");
        assertThat(traces.timeline(number).get(2).label()).isEqualTo("Tâche « Répondre » remise au groupe");
        assertThat(traces.timeline(number).get(3).actor()).isEqualTo(Actor.agent(colleague));
    }

    @Test
    @DisplayName("PART-13 a task handed to a colleague is theirs, and so are the questions that follow")
    void handedOver() {
        world.take(number);
        String colleague = world.agent("collegue.331", "331");
        String task = world.task(number).getId();
        handover.give("agent.331", task, colleague, null);
        agentRefused("agent.331", () -> tasks.submit("agent.331", task, Map.of("answer", "Non")));
        tasks.submit(colleague, task, Map.of("answer", "Réponse du collègue"));
        world.ask(desk, number, "Une question");
        assertThat(world.task(number).getAssignee()).isEqualTo(colleague);
    }

    @Test
    @DisplayName("PART-13 a task goes to no one outside the organism's group")
    void notToAStranger() {
        world.take(number);
        String task = world.task(number).getId();
        String stranger = world.agent("623");
        agentRefused("agent.331", () -> handover.give("agent.331", task, stranger, null));
        agentRefused(stranger, () -> tasks.claim(stranger, task));
        assertThat(world.task(number).getAssignee()).isEqualTo("agent.331");
    }

    @Test
    @DisplayName("PART-18 an instance deleted in Cockpit shows as Supprimé and asks nothing of anyone any more")
    void deleted() {
        world.take(number);
        String instance = world.task(number).getProcessInstanceId();
        runtime.deleteProcessInstance(instance, "essai");
        assertThat(traces.status(number)).isEqualTo("Supprimé");
        assertThat(traces.labels(number)).containsExactly("Nouveau", "Pris en charge", "Supprimé");
        assertThat(details.of(desk, number)).isEmpty();
        refused(() -> requests.cancel(desk, number, world.submission(CANCELLATION)));
    }

    private static void refused(ThrowingCallable action) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(action)
                .extracting(Refused::reason)
                .isEqualTo(Refused.Reason.NOT_NEW_ANY_MORE);
    }

    private static void agentRefused(String agent, ThrowingCallable action) {
        assertThatThrownBy(action)
                .as(agent)
                .satisfiesAnyOf(
                        thrown -> assertThat(thrown).isInstanceOf(TaskRefused.class),
                        // as the engine wraps it
                        thrown -> assertThat(thrown).hasRootCauseInstanceOf(TaskRefused.class));
    }
}
