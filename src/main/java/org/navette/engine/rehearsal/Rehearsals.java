package org.navette.engine.rehearsal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.engine.rehearsal.RehearsalRows.Kept;
import org.navette.engine.rehearsal.Report.FileReport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a process owner does with a package: rehearse it, apply it, go back. Who may is decided by the security chains. */
@Component
public class Rehearsals {

    private final DryRun dryRun;
    private final RehearsalRows rows;
    private final Definitions definitions;
    private final PackageDeployment deployment;
    private final Moves moves;
    private final ReturnTrial wayBack;
    private final Clock clock;

    Rehearsals(
            DryRun dryRun,
            RehearsalRows rows,
            Definitions definitions,
            PackageDeployment deployment,
            Moves moves,
            ReturnTrial wayBack,
            Clock clock) {
        this.dryRun = dryRun;
        this.rows = rows;
        this.definitions = definitions;
        this.deployment = deployment;
        this.moves = moves;
        this.wayBack = wayBack;
        this.clock = clock;
    }

    /**
     * Compares a package with every running instance and keeps what was found; nothing is deployed.
     *
     * @throws RefusedPackage when it could not be deployed, or changes nothing
     */
    public Rehearsal rehearse(String owner, ModelPackage sent) {
        Map<String, Kept> files = new TreeMap<>();
        // what is in force now, before the look: a deployment in between is told when the package is applied
        sent.files().forEach((file, content) -> files.put(file, new Kept(content, inForce(file))));
        var rehearsal = new Rehearsal(
                UUID.randomUUID(),
                clock.instant(),
                owner,
                sent.hash(),
                Rehearsal.State.REHEARSED,
                false,
                null,
                null,
                null,
                null,
                dryRun.run(sent));
        rows.add(rehearsal, files);
        return rehearsal;
    }

    private byte @Nullable [] inForce(String file) {
        return definitions.inForce(file).map(definitions::content).orElse(null);
    }

    /** A rehearsal, or nothing. */
    @Transactional(readOnly = true)
    public Optional<Rehearsal> find(UUID id) {
        return rows.find(id);
    }

    /** The latest rehearsals, the last first. */
    @Transactional(readOnly = true)
    public List<Rehearsal> latest() {
        return rows.latest();
    }

    /** What became of the instances of an applied package. */
    @Transactional(readOnly = true)
    public Journal journal(UUID id) {
        return moves.journal(id);
    }

    /**
     * Deploys the very files that were rehearsed; a second call changes nothing.
     *
     * @param move whether running instances that can move do so, in the background
     * @return the package as it is now
     * @throws java.util.NoSuchElementException when there is no such rehearsal
     * @throws RefusedPackage when models have changed since the rehearsal; it names them
     */
    @Transactional
    public Rehearsal apply(String owner, UUID id, boolean move) {
        Rehearsal rehearsal = rows.lock(id).orElseThrow();
        if (rehearsal.state() != Rehearsal.State.REHEARSED) {
            return rehearsal;
        }
        Map<String, Kept> files = rows.files(id);
        unchanged(rehearsal, files);
        Map<String, byte[]> changed = new TreeMap<>();
        rehearsal.changes().forEach(file -> changed.put(file, files.get(file).content()));
        String deployed = deployment.deploy(changed);
        boolean moving = move && moves.prepare(id, definitions.deployed(deployed));
        rows.applied(id, clock.instant(), owner, deployed, move);
        if (moving) {
            moves.start(id);
        }
        return rows.find(id).orElseThrow();
    }

    /** What going back would do now; nothing for a package that is not applied. */
    public Optional<WayBack> wayBack(UUID id) {
        return rows.find(id)
                .filter(each -> each.state() == Rehearsal.State.APPLIED)
                .map(applied -> {
                    Map<String, Kept> files = rows.files(id);
                    return wayBack.look(id, deployedSince(applied, files), created(applied, files));
                });
    }

    /**
     * Deploys again what was in force before a package, and brings back the instances that it moved, where the engine's
     * plan allows. A second call changes nothing.
     *
     * @throws java.util.NoSuchElementException when there is no such rehearsal
     * @throws RefusedPackage when models have changed since the package was applied; it names them
     */
    @Transactional
    public Rehearsal undo(String owner, UUID id) {
        Rehearsal applied = rows.lock(id).orElseThrow();
        if (applied.state() != Rehearsal.State.APPLIED) {
            return applied;
        }
        Map<String, Kept> files = rows.files(id);
        List<String> changes = deployedSince(applied, files);
        if (!changes.isEmpty()) {
            throw new RefusedPackage(changes);
        }
        Map<String, byte[]> before = new TreeMap<>();
        applied.changes().forEach(file -> {
            byte[] content = files.get(file).before();
            if (content != null) {
                before.put(file, content);
            }
        });
        rows.undone(id, clock.instant(), owner, before.isEmpty() ? null : deployment.deploy(before));
        if (moves.back(id)) {
            moves.start(id);
        }
        return rows.find(id).orElseThrow();
    }

    private List<String> deployedSince(Rehearsal applied, Map<String, Kept> files) {
        return applied.report().files().stream()
                .filter(FileReport::changes)
                .filter(file -> !Arrays.equals(
                        inForce(file.file()), files.get(file.file()).content()))
                .map(file -> "« " + file.file()
                        + " » a été déployé depuis : la version en vigueur n'est plus celle de ce" + " paquet.")
                .toList();
    }

    /** Files that did not exist before: they stay. */
    private static List<String> created(Rehearsal applied, Map<String, Kept> files) {
        return applied.changes().stream()
                .filter(file -> files.get(file).before() == null)
                .toList();
    }

    /** The rehearsal holds for the models that it met. */
    private void unchanged(Rehearsal rehearsal, Map<String, Kept> files) {
        if (!new ModelPackage(contents(files)).hash().equals(rehearsal.hash())) {
            throw new IllegalStateException("files of rehearsal " + rehearsal.id() + " are not those rehearsed");
        }
        List<String> changes = new ArrayList<>();
        for (FileReport file : rehearsal.report().files()) {
            var now = definitions.inForce(file.file());
            boolean same = Arrays.equals(
                    now.map(definitions::content).orElse(null),
                    files.get(file.file()).before());
            boolean sameVersion = now.map(Definitions.Definition::version).equals(Optional.ofNullable(file.before()));
            if (!same || !sameVersion) {
                changes.add("« " + file.file() + " » a été déployé depuis la répétition : la version en vigueur est "
                        + now.map(found -> "la " + found.version()).orElse("retirée")
                        + ", la répétition a été faite avec "
                        + (file.before() == null ? "aucune" : "la " + file.before()) + ".");
            }
        }
        if (!changes.isEmpty()) {
            throw new RefusedPackage(changes);
        }
    }

    private static Map<String, byte[]> contents(Map<String, Kept> files) {
        Map<String, byte[]> contents = new TreeMap<>();
        files.forEach((file, kept) -> contents.put(file, kept.content()));
        return contents;
    }
}
