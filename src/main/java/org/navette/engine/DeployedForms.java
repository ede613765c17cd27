package org.navette.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.form.entity.CamundaFormDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reads Camunda Forms as they are deployed. */
@Component
public class DeployedForms {

    private final ProcessEngineConfigurationImpl engine;
    private final RepositoryService repository;
    private final LatestModels latest;

    DeployedForms(
            @Lazy ProcessEngineConfigurationImpl engine, @Lazy RepositoryService repository, LatestModels latest) {
        this.engine = engine;
        this.repository = repository;
        this.latest = latest;
    }

    /**
     * The latest version of a form.
     *
     * @throws NoSuchElementException when no form with this id is deployed
     */
    public DeployedForm latest(String formId) {
        return find(formId).orElseThrow(() -> new NoSuchElementException("no form " + formId));
    }

    /** The latest version of a form, or nothing. */
    public Optional<DeployedForm> find(String formId) {
        return Optional.ofNullable(
                latest.of(DeployedForm.class, formId, () -> read(manager -> manager.findLatestDefinitionByKey(formId))
                        .orElse(null)));
    }

    /**
     * The version that a task shows.
     *
     * @throws NoSuchElementException when that version is not deployed any more
     */
    DeployedForm of(CamundaFormRef form) {
        return form.getVersion() == null
                ? latest(form.getKey())
                : read(manager -> manager.findDefinitionByKeyVersionAndTenantId(form.getKey(), form.getVersion(), null))
                        .orElseThrow(
                                () -> new NoSuchElementException("no form " + form.getKey() + " " + form.getVersion()));
    }

    /**
     * The version that somebody answered.
     *
     * @throws NoSuchElementException when that version is not deployed any more
     */
    public DeployedForm byDefinition(String definitionId) {
        return read(manager -> manager.findLatestDefinitionById(definitionId))
                .orElseThrow(() -> new NoSuchElementException("no form definition " + definitionId));
    }

    private Optional<DeployedForm> read(Lookup lookup) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> Optional.ofNullable(lookup.in(context.getCamundaFormDefinitionManager()))
                        .map(this::withSchema));
    }

    private DeployedForm withSchema(CamundaFormDefinitionEntity form) {
        // what is deployed was checked at deployment; whoever reads a form here has been let in by the espace
        try (InputStream schema = org.camunda.bpm.engine.impl.context.Context.getCommandContext()
                .runWithoutAuthorization(
                        () -> repository.getResourceAsStream(form.getDeploymentId(), form.getResourceName()))) {
            String json = new String(schema.readAllBytes(), StandardCharsets.UTF_8);
            return new DeployedForm(form.getId(), form.getKey(), form.getVersion(), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Lookup {
        CamundaFormDefinitionEntity in(CamundaFormDefinitionManager manager);
    }
}
