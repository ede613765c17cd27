package org.navette.engine;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

/**
 * Looks at a deployment before the engine does: only new ones, so that what is deployed keeps running. What would fail
 * later, in front of an agent or a partner, is refused now; the message is French and names the file and the element.
 */
class ModelCheck implements Deployer {

    private static final Set<String> EXTENSIONS = Set.of("bpmn", "dmn", "form");

    private final ModelVocabulary words;

    ModelCheck(ModelVocabulary words) {
        this.words = words;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        if (deployment.getTenantId() != null) {
            throw ModelRefusal.of(
                    "les modèles sont communs à tous les organismes, laissez le champ « Tenant ID » vide.");
        }
        if (ModelDeployment.NAME.equals(deployment.getSource())
                && Context.getCommandContext().getAuthenticatedUserId() != null) {
            throw ModelRefusal.of("la source « " + ModelDeployment.NAME + " » est celle des modèles livrés.");
        }
        Map<String, String> forms = new HashMap<>();
        for (ResourceEntity file : deployment.getResources().values()) {
            extension(file);
            if (isOf(file, "form")) {
                String json = new String(file.getBytes(), StandardCharsets.UTF_8);
                forms.put(checkedForm(file.getName(), json), json);
            }
        }
        deployment
                .getResources()
                .values()
                .forEach(file ->
                        checkXml(file, id -> Optional.ofNullable(forms.get(id)).or(() -> words.form(id))));
    }

    private static void extension(ResourceEntity file) {
        if (EXTENSIONS.stream().noneMatch(extension -> isOf(file, extension))) {
            throw ModelRefusal.of("« " + file.getName()
                    + " » n'est pas un modèle ; seuls les fichiers .bpmn, .dmn et .form sont acceptés.");
        }
    }

    private static boolean isOf(ResourceEntity file, String extension) {
        return file.getName().endsWith("." + extension);
    }

    private String checkedForm(String file, String json) {
        try {
            return words.schemas().check(json);
        } catch (IllegalArgumentException e) {
            throw ModelRefusal.of(file, e.getMessage());
        }
    }

    private void checkXml(ResourceEntity file, ProcessCheck.Forms forms) {
        if (isOf(file, "form")) {
            return;
        }
        var root = ModelXml.root(file.getName(), file.getBytes());
        new ForbiddenInModels(file.getName(), words.beans()).check(root);
        if (isOf(file, "bpmn")) {
            new ProcessCheck(file.getName(), words, forms).check(root);
        } else {
            new DecisionCheck(file.getName(), words, forms).check(root);
        }
    }
}
