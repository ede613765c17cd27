package org.navette.engine;

import java.util.function.Predicate;
import org.w3c.dom.Element;

/** A process or a decision that a diagram calls must be there, in the deployment or deployed before. */
final class CallCheck {

    private final String file;
    private final Predicate<String> known;

    /** @param known tells of {@code process <id>} or {@code decision <id>} whether there is one */
    CallCheck(String file, Predicate<String> known) {
        this.file = file;
        this.known = known;
    }

    void check(Element root) {
        ModelXml.all(root, "callActivity")
                .forEach(activity -> call(
                        activity,
                        "process",
                        activity.getAttribute("calledElement"),
                        ModelXml.camunda(activity, "calledElementBinding"),
                        "le processus appelé"));
        ModelXml.all(root, "businessRuleTask")
                .forEach(task -> call(
                        task,
                        "decision",
                        ModelXml.camunda(task, "decisionRef"),
                        ModelXml.camunda(task, "decisionRefBinding"),
                        "la table"));
    }

    private void call(Element element, String kind, String id, String binding, String what) {
        // an expression is known when it runs; a task without a table does something else
        if (id.contains("${") || id.contains("#{") || id.isBlank() && kind.equals("decision")) {
            return;
        }
        if (binding.equals("deployment")) {
            throw ModelRefusal.of(
                    file,
                    element,
                    what + " « " + id + " » est " + (kind.equals("process") ? "lié" : "liée")
                            + " par « deployment » : après un déploiement du diagramme seul, le moteur n'en trouverait pas");
        }
        if (!known.test(kind + " " + id)) {
            throw ModelRefusal.of(
                    file,
                    element,
                    what + " « " + id + " » n'est pas " + (kind.equals("process") ? "déployé" : "déployée")
                            + " ; joignez le fichier, ou déployez-le d'abord");
        }
    }
}
