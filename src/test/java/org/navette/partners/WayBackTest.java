package org.navette.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.navette.partners.ChangedRequest.FILE;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.NavetteTest;
import org.navette.Rehearser;
import org.navette.Rehearser.Answer;
import org.navette.engine.TaskRefused;

@NavetteTest
@DisplayName("An applied package that is taken back")
class WayBackTest extends PackageWorld {

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
}
