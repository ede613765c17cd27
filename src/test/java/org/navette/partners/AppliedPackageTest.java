package org.navette.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.navette.partners.ChangedRequest.FILE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.NavetteTest;
import org.navette.Rehearser.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@NavetteTest
@DisplayName("A rehearsed package that is applied")
class AppliedPackageTest extends PackageWorld {

    @Test
    @DisplayName(
            "COMM-13 moves requests that live on by the new version: statuses, tasks, timers once each, to the end")
    void life() {
        String fresh = world.deposit(desk, REVIEW);
        String taken = world.deposit(desk, REVIEW);
        world.take(taken);
        String resolved = world.resolved(desk);
        Answer applied = applied(Map.of(FILE, ChangedRequest.withVerification()), true);
        for (String number : List.of(fresh, taken, resolved)) {
            assertThat(version(number)).as(number).isEqualTo(latest());
            assertThat(timers(number)).as(number).isEqualTo(1);
        }
        assertThat(line(applied, "stayed")).isZero();
        assertThat(line(applied, "moved")).isGreaterThanOrEqualTo(3);

        world.take(fresh);
        assertThat(traces.tasks(fresh)).containsExactly("Vérifier");
        tasks.submit(world.agent("331"), world.task(fresh).getId(), Map.of());
        world.answer(fresh, "La réponse");
        world.answer(taken, "La réponse");
        world.ask(desk, resolved, "Une question");
        world.answer(resolved, "La réponse à la question");
        assertThat(traces.labels(fresh)).containsExactly("Nouveau", "Pris en charge", "Résolu");
        assertThat(traces.labels(taken)).containsExactly("Nouveau", "Pris en charge", "Résolu");
        assertThat(traces.labels(resolved))
                .containsExactly("Nouveau", "Pris en charge", "Résolu", "Message envoyé", "Message reçu");
        world.later(Duration.ofDays(15).plusMinutes(1));
        for (String number : List.of(fresh, taken, resolved)) {
            assertThat(world.runDueTimers(number)).as(number).isEqualTo(1);
            assertThat(world.status(number)).isEqualTo("Clôturé");
            assertThat(world.isAlive(number)).isFalse();
        }
    }

    @Test
    @DisplayName("COMM-13 PART-17 a moved task keeps its one deadline, and none comes back that has fired")
    void deadlines() {
        String late = world.deposit(desk, REVIEW);
        world.later(Duration.ofDays(60));
        assertThat(world.runDueTimers(late)).isEqualTo(1);
        String soon = world.deposit(desk, REVIEW);
        var due = jobs.createJobQuery()
                .processInstanceId(traces.instance(soon))
                .singleResult()
                .getDuedate();
        applied(Map.of(FILE, ChangedRequest.renamed()), true);
        assertThat(timers(late)).isZero();
        assertThat(timers(soon)).isEqualTo(1);
        assertThat(jobs.createJobQuery()
                        .processInstanceId(traces.instance(soon))
                        .singleResult()
                        .getDuedate())
                .isEqualTo(due);
        String next = world.deposit(desk, REVIEW);
        assertThat(timers(next))
                .as("the engine takes time-outs out of the diagram as it moves instances")
                .isEqualTo(1);
    }

    @Test
    @DisplayName("COMM-13 a wait whose date the new version writes otherwise gets the new date")
    void otherDate() {
        String number = world.resolved(desk);
        applied(Map.of(FILE, ChangedRequest.otherEnd()), true);
        assertThat(timers(number)).isEqualTo(1);
        world.later(Duration.ofDays(3).plusMinutes(1));
        assertThat(world.runDueTimers(number)).isEqualTo(1);
        assertThat(world.status(number)).isEqualTo("Clôturé");
    }

    @Test
    @DisplayName("COMM-13 leaves on their version those that cannot move, and tells them by number with the reason")
    void stayed() {
        String taken = world.deposit(desk, REVIEW);
        world.take(taken);
        String fresh = world.deposit(desk, REVIEW);
        long before = version(taken);
        Answer applied = applied(Map.of(FILE, ChangedRequest.otherId()), true);
        assertThat(version(taken)).isEqualTo(before);
        assertThat(version(fresh)).isEqualTo(latest());
        String told = applied.json().path("journal").path("stayed").toString();
        assertThat(told)
                .contains("\"request\":\"" + taken + "\"", "UserTask_Reply")
                .doesNotContain(fresh);
        world.answer(taken, "La réponse");
        world.take(fresh);
        world.answer(fresh, "La réponse");
        assertThat(world.status(taken)).isEqualTo("Résolu");
        assertThat(world.status(fresh)).isEqualTo("Résolu");
    }

    @Test
    @DisplayName("COMM-13 without moving, running requests stay, and new ones take the new version")
    void newOnesOnly() {
        String before = world.deposit(desk, REVIEW);
        Answer applied = applied(Map.of(FILE, ChangedRequest.renamed()), false);
        assertThat(applied.json().path("journal").path("versions")).isEmpty();
        String after = world.deposit(desk, REVIEW);
        world.take(before);
        world.take(after);
        assertThat(world.status(before)).isEqualTo("Pris en charge");
        assertThat(world.status(after)).isEqualTo("En cours");
    }

    @Test
    @DisplayName(
            "COMM-13 is refused when a model was deployed since the rehearsal, which names it; nothing is deployed")
    void changedMeanwhile() {
        Answer rehearsed = owner.rehearse(Map.of(FILE, ChangedRequest.renamed()));
        modeler.deploy(Map.of(FILE, ChangedRequest.withoutCancellation()));
        long deployments = repository.createDeploymentQuery().count();
        Answer refused = owner.apply(rehearsed.id(), true);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains(FILE, "a été déployé depuis la répétition");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
        assertThat(owner.show(rehearsed.id()).text()).contains("\"state\":\"REHEARSED\"");
    }

    @Test
    @DisplayName(
            "COMM-13 partners and agents who act while their requests move all get through, and every request moves")
    void whileMoving() {
        List<String> answered = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answered.add(world.resolved(desk));
            String number = world.deposit(desk, REVIEW);
            world.take(number);
            taken.add(number);
        }
        Answer rehearsed = owner.rehearse(Map.of(FILE, ChangedRequest.renamed()));
        assertThat(owner.apply(rehearsed.id(), true).status()).isEqualTo(200);
        List<AtOnce.Action> actions = new ArrayList<>();
        actions.add(owner::finishMoves);
        answered.forEach(number -> actions.add(() -> world.ask(desk, number, "Une question")));
        taken.forEach(number -> actions.add(() -> world.answer(number, "La réponse")));
        var outcomes = AtOnce.run(actions.toArray(AtOnce.Action[]::new));
        assertThat(outcomes).allMatch(AtOnce.Outcome::won);
        owner.finishMoves();
        for (int i = 0; i < 8; i++) {
            assertThat(version(answered.get(i))).isEqualTo(latest());
            assertThat(version(taken.get(i))).isEqualTo(latest());
            assertThat(traces.labels(answered.get(i)))
                    .containsExactly("Nouveau", "Pris en charge", "Résolu", "Message envoyé");
            assertThat(traces.labels(taken.get(i))).containsExactly("Nouveau", "Pris en charge", "Résolu");
            assertThat(timers(taken.get(i))).isEqualTo(1);
            world.answer(answered.get(i), "La réponse");
            assertThat(world.status(answered.get(i))).isEqualTo("Message reçu");
        }
    }

    @Test
    @DisplayName("COMM-13 a request is moved under its lock: whoever acts on it comes first")
    void lockedFirst(@Autowired TransactionTemplate transaction, @Autowired JdbcClient jdbc) {
        String number = world.deposit(desk, REVIEW);
        long before = version(number);
        Answer rehearsed = owner.rehearse(Map.of(FILE, ChangedRequest.renamed()));
        assertThat(owner.apply(rehearsed.id(), true).status()).isEqualTo(200);
        CompletableFuture<Void> moves = Objects.requireNonNull(transaction.execute(acting -> {
            jdbc.sql("select id from request where number = ? for update")
                    .param(number)
                    .query(Long.class)
                    .single();
            var moving = CompletableFuture.runAsync(owner::finishMoves);
            await().until(() -> moving.isDone()
                    || jdbc.sql("select exists (select from pg_locks where not granted)")
                            .query(Boolean.class)
                            .single());
            assertThat(moving).isNotDone();
            assertThat(version(number)).isEqualTo(before);
            return moving;
        }));
        moves.join();
        assertThat(version(number)).isEqualTo(latest());
    }
}
