package org.navette.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.navette.partners.ChangedRequest.FILE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.Modeler;
import org.navette.NavetteTest;
import org.navette.Rehearser;
import org.navette.Rehearser.Answer;
import org.navette.engine.TaskRefused;
import org.navette.engine.Tasks;
import org.navette.engine.rehearsal.Rehearsals;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@NavetteTest
@DisplayName("A rehearsed package that is applied")
class AppliedPackageTest {

    private static final String REVIEW = "partners.case-review";

    @LocalServerPort
    int port;

    @Autowired
    PartnerWorld world;

    @Autowired
    Traces traces;

    @Autowired
    Tasks tasks;

    @Autowired
    Rehearsals rehearsals;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    RepositoryService repository;

    private Rehearser owner;
    private Modeler modeler;
    private Desk desk;

    @BeforeEach
    void open(@Autowired ApplicationContext application) {
        owner = new Rehearser(application, port);
        modeler = new Modeler(application, port);
        desk = world.desk("331");
    }

    @AfterEach
    void takeBack() {
        ClockUtil.reset();
        owner.close();
        modeler.close();
    }

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
    @DisplayName("COMM-13 a moved request takes up the forms of that day, and going back gives the former ones back")
    void forms() {
        String number = world.deposit(desk, REVIEW);
        world.take(number);
        String versions = versions(number);
        Answer applied = applied(ChangedRequest.withReference(), true);
        assertThat(versions(number)).isNotEqualTo(versions);
        assertThatExceptionOfType(TaskRefused.class)
                .isThrownBy(() -> world.answer(number, "La réponse"))
                .withMessageContaining("Référence");
        undone(applied.id());
        assertThat(versions(number)).isEqualTo(versions);
        world.answer(number, "La réponse");
        assertThat(world.status(number)).isEqualTo("Résolu");
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
    @DisplayName("COMM-13 a double click applies it once, and goes back once")
    void doubleClick() {
        String number = world.deposit(desk, REVIEW);
        Answer rehearsed = owner.rehearse(Map.of(FILE, ChangedRequest.renamed()));
        long deployments = repository.createDeploymentQuery().count();
        UUID id = UUID.fromString(rehearsed.id());
        var outcomes = AtOnce.run(
                () -> rehearsals.apply(Rehearser.LOGIN, id, true), () -> rehearsals.apply(Rehearser.LOGIN, id, true));
        assertThat(outcomes).allMatch(AtOnce.Outcome::won);
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments + 1);
        owner.finishMoves();
        assertThat(version(number)).isEqualTo(latest());
        var back = AtOnce.run(() -> rehearsals.undo(Rehearser.LOGIN, id), () -> rehearsals.undo(Rehearser.LOGIN, id));
        assertThat(back).allMatch(AtOnce.Outcome::won);
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments + 2);
        owner.finishMoves();
        assertThat(timers(number)).isEqualTo(1);
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

    @Test
    @DisplayName("COMM-13 going back brings the former files and the moved requests back; it says before which cannot")
    void undo() {
        String fresh = world.deposit(desk, REVIEW);
        String gone = world.deposit(desk, REVIEW);
        long before = version(fresh);
        Answer applied = applied(Map.of(FILE, ChangedRequest.withVerification()), true);
        world.take(gone);
        String begun = world.deposit(desk, REVIEW);
        var back = owner.show(applied.id()).json().path("back");
        assertThat(back.path("kept").asLong()).isEqualTo(1);
        assertThat(back.path("groups").toString()).contains("Vérifier", "n'est plus dans l'ancienne version");
        assertThat(back.path("begun").asLong()).isEqualTo(1);

        Answer undone = undone(applied.id());
        assertThat(version(fresh)).isEqualTo(before);
        assertThat(version(gone)).isGreaterThan(before);
        assertThat(version(begun)).isGreaterThan(before);
        assertThat(line(undone, "kept")).isEqualTo(1);
        assertThat(line(undone, "returning")).isZero();
        world.take(fresh);
        assertThat(traces.tasks(fresh)).containsExactly("Répondre");
        String next = world.deposit(desk, REVIEW);
        world.take(next);
        assertThat(traces.tasks(next)).containsExactly("Répondre");
        assertThat(traces.tasks(gone)).containsExactly("Vérifier");
    }

    @Test
    @DisplayName("COMM-13 there is no way back once another version was deployed, and the page says so before")
    void noWayBack() {
        Answer applied = applied(Map.of(FILE, ChangedRequest.renamed()), false);
        modeler.deploy(Map.of(FILE, ChangedRequest.withoutCancellation()));
        assertThat(owner.show(applied.id()).json().path("back").path("open").asBoolean())
                .isFalse();
        Answer refused = owner.undo(applied.id());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains(FILE, "a été déployé depuis");
    }

    private Answer applied(Map<String, String> files, boolean move) {
        Answer rehearsed = owner.rehearse(files);
        assertThat(rehearsed.status()).as(rehearsed.text()).isEqualTo(201);
        Answer applied = owner.apply(rehearsed.id(), move);
        assertThat(applied.status()).as(applied.text()).isEqualTo(200);
        owner.finishMoves();
        return owner.show(rehearsed.id());
    }

    private Answer undone(String id) {
        Answer undone = owner.undo(id);
        assertThat(undone.status()).as(undone.text()).isEqualTo(200);
        owner.finishMoves();
        return owner.show(id);
    }

    private static long line(Answer answer, String what) {
        long sum = 0;
        for (var line : answer.json().path("journal").path("versions")) {
            sum += line.path(what).asLong();
        }
        return sum;
    }

    private String versions(String number) {
        return (String) runtime.getVariable(traces.instance(number), "formVersions");
    }

    private long timers(String number) {
        return jobs.createJobQuery().processInstanceId(traces.instance(number)).count();
    }

    private long version(String number) {
        return repository
                .getProcessDefinition(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .singleResult()
                        .getProcessDefinitionId())
                .getVersion();
    }

    private long latest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("partner-request")
                .latestVersion()
                .singleResult()
                .getVersion();
    }
}
