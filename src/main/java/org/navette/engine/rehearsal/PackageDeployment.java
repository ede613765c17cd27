package org.navette.engine.rehearsal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.navette.engine.PackageCheck;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Deploys what a package changes. */
@Component
class PackageDeployment {

    private static final String NAME = "répétition";
    private static final String BUSY =
            "Un autre déploiement ou une autre répétition est en cours. Réessayez dans un instant.";
    private static final String SOURCE = "navette.modeles";

    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;
    private final Definitions definitions;
    private final PackageCheck check;

    PackageDeployment(
            @Lazy RepositoryService repository,
            @Lazy ProcessEngineConfigurationImpl engine,
            Definitions definitions,
            PackageCheck check) {
        this.repository = repository;
        this.engine = engine;
        this.definitions = definitions;
        this.check = check;
    }

    /**
     * The files that are not in force as they are.
     *
     * @throws RefusedPackage when a file cannot be deployed, or none has changed
     */
    Map<String, byte[]> changed(ModelPackage sent) {
        List<String> refusals = check.refusals(sent.files());
        if (!refusals.isEmpty()) {
            throw new RefusedPackage(refusals);
        }
        Map<String, byte[]> changed = new TreeMap<>();
        sent.files().forEach((file, content) -> {
            boolean same = definitions
                    .inForce(file)
                    .filter(known -> Arrays.equals(definitions.content(known), content))
                    .isPresent();
            if (!same) {
                changed.put(file, content);
            }
        });
        if (changed.isEmpty()) {
            throw new RefusedPackage(
                    List.of("Tous ces fichiers sont déjà en vigueur, à l'identique : il n'y a rien à déployer."));
        }
        return changed;
    }

    /**
     * Deploys files in the caller's transaction.
     *
     * @return the deployment's id
     * @throws RefusedPackage when the engine cannot read one
     */
    String deploy(Map<String, byte[]> files) {
        var deployment = repository.createDeployment().name(NAME).source(SOURCE);
        files.forEach((file, content) -> deployment.addInputStream(file, new java.io.ByteArrayInputStream(content)));
        try {
            return deployment.deploy().getId();
        } catch (ParseException e) {
            throw new RefusedPackage(unreadable(e));
        } catch (NotValidException e) {
            throw new RefusedPackage(List.of(e.getMessage()));
        } catch (ProcessEngineException e) {
            if (String.valueOf(e.getMessage()).contains("lock timeout")) {
                throw new RefusedPackage(List.of(BUSY));
            }
            throw new RefusedPackage(List.of("Le moteur refuse ce paquet (« " + e.getMessage() + " »)."));
        }
    }

    private static List<String> unreadable(ParseException e) {
        List<String> reasons = new ArrayList<>();
        e.getResorceReports().forEach(report -> report.getErrors().forEach(error -> {
            String where = error.getMainElementId() == null ? "" : ", élément « " + error.getMainElementId() + " »";
            reasons.add("Le moteur ne sait pas lire ce fichier : « " + error.getMessage() + " » (fichier « "
                    + report.getResourceName() + " »" + where + ").");
        }));
        return reasons.isEmpty() ? List.of("Le moteur ne sait pas lire ce paquet.") : reasons;
    }

    /** Makes this node forget a deployment that is going to be rolled back. */
    void forget(String deployment) {
        engine.getCommandExecutorTxRequired().execute(context -> {
            engine.getDeploymentCache().removeDeployment(deployment);
            return null;
        });
    }
}
