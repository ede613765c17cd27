package org.navette.engine;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

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
        Map<String, byte[]> files = new LinkedHashMap<>();
        deployment.getResources().values().forEach(file -> files.put(file.getName(), file.getBytes()));
        check(files, refusal -> {
            throw refusal;
        });
    }

    /**
     * Looks at files that stand together.
     *
     * @param files contents by file name
     * @param refused gets the first reason of each file that cannot be deployed
     */
    void check(Map<String, byte[]> files, Consumer<NotValidException> refused) {
        Map<String, String> forms = new HashMap<>();
        Set<String> defined = new HashSet<>();
        Set<String> read = new LinkedHashSet<>(files.keySet());
        files.forEach((file, content) -> attempt(file, read, refused, () -> {
            extension(file);
            if (isOf(file, "form")) {
                String json = new String(content, StandardCharsets.UTF_8);
                forms.put(checkedForm(file, json), json);
            } else {
                var root = ModelXml.root(file, content);
                for (String kind : Set.of("process", "decision")) {
                    ModelXml.all(root, kind).forEach(each -> defined.add(kind + " " + each.getAttribute("id")));
                }
            }
        }));
        ProcessCheck.Forms known = id -> Optional.ofNullable(forms.get(id)).or(() -> words.form(id));
        Set.copyOf(read)
                .forEach(file -> attempt(file, read, refused, () -> checkXml(file, files.get(file), known, defined)));
    }

    private static void attempt(String file, Set<String> right, Consumer<NotValidException> refused, Runnable check) {
        try {
            check.run();
        } catch (NotValidException e) {
            right.remove(file);
            refused.accept(e);
        }
    }

    private static void extension(String file) {
        if (DeceivingText.isIn(file)) {
            throw ModelRefusal.of(
                    "un nom de fichier contient un caractère invisible ou qui change le sens de lecture.");
        }
        if (EXTENSIONS.stream().noneMatch(extension -> isOf(file, extension))) {
            throw ModelRefusal.of(
                    "« " + file + " » n'est pas un modèle ; seuls les fichiers .bpmn, .dmn et .form sont acceptés.");
        }
    }

    private static boolean isOf(String file, String extension) {
        return file.endsWith("." + extension);
    }

    private String checkedForm(String file, String json) {
        if (DeceivingText.isInJson(json)) {
            throw ModelRefusal.of(file, ModelRefusal.DECEIVING);
        }
        try {
            return words.schemas().check(json);
        } catch (IllegalArgumentException e) {
            throw ModelRefusal.of(file, e.getMessage());
        }
    }

    private void checkXml(String file, byte[] content, ProcessCheck.Forms forms, Set<String> defined) {
        if (isOf(file, "form")) {
            return;
        }
        var root = ModelXml.root(file, content);
        new ForbiddenInModels(file, words.beans()).check(root);
        if (isOf(file, "bpmn")) {
            new ProcessCheck(file, words, forms).check(root);
            new CallCheck(file, model -> defined.contains(model) || words.isDeployed(model)).check(root);
        } else {
            new DecisionCheck(file, words, forms).check(root);
        }
    }
}
