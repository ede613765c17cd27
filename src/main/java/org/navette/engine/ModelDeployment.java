package org.navette.engine;

import java.io.IOException;
import java.util.Arrays;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the shipped processes, decision tables and forms at start, by their bare file names as Modeler does. A file
 * that equals the last shipped one is left alone, so that a version deployed by a process owner stays the latest.
 */
@Component("models")
class ModelDeployment implements InitializingBean {

    static final String NAME = "navette";

    private final RepositoryService repository;

    ModelDeployment(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public void afterPropertiesSet() throws IOException {
        Resource[] models = new PathMatchingResourcePatternResolver().getResources("classpath*:models/**/*.*");
        Arrays.sort(models, java.util.Comparator.comparing(Resource::getFilename));
        DeploymentBuilder deployment =
                repository.createDeployment().name(NAME).source(NAME).enableDuplicateFiltering(true);
        for (Resource model : models) {
            try (var content = model.getInputStream()) {
                deployment.addInputStream(model.getFilename(), content);
            }
        }
        deployment.deploy();
    }
}
