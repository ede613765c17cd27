package org.navette.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * What a diagram must say for agents to start its process from Tasklist, see {@link Starts}. Its start form is bound by
 * {@code latest}: nothing has begun that could keep an older one, and {@code deployment} would not be found after a
 * deployment of the diagram alone.
 */
final class StartFormCheck {

    private final String file;
    private final ModelVocabulary words;
    private final ProcessCheck.Forms forms;

    StartFormCheck(String file, ModelVocabulary words, ProcessCheck.Forms forms) {
        this.file = file;
        this.words = words;
        this.forms = forms;
    }

    void check(Element root) {
        for (Element process : ModelXml.all(root, "process")) {
            boolean started = words.startedByAgents().contains(process.getAttribute("id"));
            List<Element> events = ModelXml.all(process, "startEvent").stream()
                    .filter(event -> !ModelXml.camunda(event, "formRef").isEmpty())
                    .toList();
            if (started && events.isEmpty()) {
                throw refused(
                        process,
                        "des agents démarrent ce processus depuis Tasklist, son événement de début porte donc un formulaire");
            }
            events.forEach(event -> check(process, event, started));
        }
    }

    private void check(Element process, Element event, boolean started) {
        boolean plain = event.getParentNode() == process
                && Stream.of("message", "timer", "signal", "conditional", "error", "escalation", "compensate")
                        .allMatch(kind -> ModelXml.children(event, kind + "EventDefinition")
                                .isEmpty());
        refuseIf(!plain, event, "un formulaire de démarrage se place sur l'événement de début simple du processus");
        refuseIf(
                !started,
                event,
                "aucun groupe d'agents ne démarre ce processus, son formulaire de démarrage ne servirait à personne");
        refuseIf(
                !ModelXml.camunda(event, "formRefBinding").equals("latest"),
                event,
                "un formulaire de démarrage se lie par «\u00a0latest\u00a0»\u00a0: rien n'a commencé, la dernière version est la bonne");
        refuseIf(
                Stream.of("async", "asyncBefore", "asyncAfter")
                        .anyMatch(name -> ModelXml.camunda(event, name).equals("true")),
                event,
                "ce qui est saisi au démarrage ne vit pas jusqu'à une suite asynchrone");
        String form = ModelXml.camunda(event, "formRef");
        String json = forms.apply(form)
                .orElseThrow(() -> refused(
                        event,
                        "le formulaire «\u00a0" + form
                                + "\u00a0» n'est pas déployé\u00a0; déployez-le d'abord, ou avec"));
        Set<String> taken = words.schemas().takingChoices(json);
        refuseIf(
                !taken.isEmpty(),
                event,
                "le formulaire «\u00a0" + form
                        + "\u00a0» prend ses choix d'une demande (valuesKey) qui n'existe pas encore\u00a0: "
                        + String.join(", ", taken));
    }

    private void refuseIf(boolean wrong, Element element, String why) {
        if (wrong) {
            throw refused(element, why);
        }
    }

    private RuntimeException refused(Element element, String why) {
        return ModelRefusal.of(file, element, why);
    }
}
