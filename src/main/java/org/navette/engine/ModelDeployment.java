package org.navette.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the shipped processes, decision tables and forms at start, by their bare file names as Modeler does. Only what
 * has changed since it was last shipped is deployed, and never over a version that a process owner has made: such a
 * conflict is reported, and the owner's version stays.
 */
@Component("models")
class ModelDeployment implements InitializingBean, ShippedModels {

    /** Name and source of the shipped deployments. */
    static final String NAME = "navette";

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);

    private final RepositoryService repository;
    private List<Model> shipped = List.of();

    ModelDeployment(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public void afterPropertiesSet() throws IOException {
        Resource[] found = new PathMatchingResourcePatternResolver().getResources("classpath*:models/**/*.*");
        Arrays.sort(found, Comparator.comparing(Resource::getFilename));
        List<Model> models = new ArrayList<>();
        for (Resource model : found) {
            try (var content = model.getInputStream()) {
                models.add(new Model(model.getFilename(), content.readAllBytes()));
            }
        }
        shipped = List.copyOf(models);
        deploy(models);
    }

    @Override
    public List<String> conflicts() {
        Last last = last(shipped);
        return shipped.stream()
                .filter(last::isConflict)
                .map(Model::file)
                .sorted()
                .toList();
    }

    /** A shipped file. */
    record Model(String file, byte[] content) {}

    /**
     * Deploys what is new.
     *
     * @return the files left alone because an owner has changed them and we have too
     */
    List<String> deploy(List<Model> models) {
        // two nodes may start together: the engine compares again, under its own lock
        DeploymentBuilder deployment =
                repository.createDeployment().name(NAME).source(NAME).enableDuplicateFiltering(true);
        List<String> conflicts = new ArrayList<>();
        boolean any = false;
        Last last = last(models);
        for (Model model : models) {
            if (last.isConflict(model)) {
                conflicts.add(model.file());
            } else {
                deployment.addInputStream(model.file(), new ByteArrayInputStream(model.content()));
                any = true;
            }
        }
        if (any) {
            deployment.deploy();
        }
        if (!conflicts.isEmpty()) {
            LOG.warn(
                    "Modèles livrés mais non déployés, car un responsable de processus les a modifiés : {}."
                            + " Sa version reste en vigueur ; reportez-y les changements livrés avec Camunda Modeler.",
                    String.join(", ", conflicts));
        }
        return List.copyOf(conflicts);
    }

    /** The files as they were deployed last: by us, and by anyone. */
    private record Last(Map<String, byte[]> shipped, Map<String, byte[]> inForce) {

        boolean isConflict(Model model) {
            byte[] now = inForce.get(model.file());
            byte[] before = shipped.get(model.file());
            boolean changedByOwner = now != null && !Arrays.equals(now, before);
            boolean changedByUs = !Arrays.equals(model.content(), before);
            return changedByOwner && changedByUs && !Arrays.equals(model.content(), now);
        }
    }

    /** Deployments go by bare file names, whoever makes them. */
    private Last last(List<Model> models) {
        var last = new Last(new HashMap<>(), new HashMap<>());
        Set<String> files = models.stream().map(Model::file).collect(Collectors.toSet());
        for (Deployment deployment : repository
                .createDeploymentQuery()
                .orderByDeploymentTime()
                .desc()
                .list()) {
            if (last.shipped.keySet().containsAll(files)) {
                break;
            }
            for (var file : repository.getDeploymentResources(deployment.getId())) {
                if (files.contains(file.getName())) {
                    last.inForce.putIfAbsent(file.getName(), file.getBytes());
                    if (NAME.equals(deployment.getSource())) {
                        last.shipped.putIfAbsent(file.getName(), file.getBytes());
                    }
                }
            }
        }
        return last;
    }
}
