package org.navette.engine;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** What a diagram names must exist: phases, actions, mails, messages, forms, listeners, what expressions use. */
final class ProcessCheck {

    /** Finds the schema of a form by its id, in the deployment or deployed before. */
    interface Forms extends Function<String, Optional<String>> {}

    private static final Set<String> STATUS = Set.of("status.code", "status.phase", "status.actions", "status.mail");
    private static final Set<String> MILESTONES = Set.of("startEvent", "intermediateThrowEvent", "endEvent");
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern ONE_EXPRESSION = Pattern.compile("\\s*[$#]\\{[^}]+}\\s*");

    private final String file;
    private final ModelVocabulary words;
    private final Forms forms;
    private final Set<String> fields = new HashSet<>();

    ProcessCheck(String file, ModelVocabulary words, Forms forms) {
        this.file = file;
        this.words = words;
        this.forms = forms;
    }

    void check(Element root) {
        ModelXml.all(root, "properties").forEach(list -> properties(owner(list), read(list)));
        ModelXml.all(root, "userTask").forEach(this::form);
        new StartFormCheck(file, words, forms).check(root);
        messages(root);
        ModelXml.all(root, "conditionExpression").forEach(this::condition);
        for (String kind : Set.of("timeDuration", "timeCycle", "timeDate")) {
            ModelXml.all(root, kind).forEach(this::timer);
        }
        new ExpressionCheck(file, words, fields).check(root);
    }

    /** The element that carries extension elements. */
    private static Element owner(Element list) {
        return list.getParentNode() instanceof Element extensions && extensions.getParentNode() instanceof Element owner
                ? owner
                : list;
    }

    private Map<String, String> read(Element list) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (Element property : ModelXml.children(list, "property")) {
            String name = property.getAttribute("name");
            if (properties.put(name, property.getAttribute("value")) != null) {
                throw refused(owner(list), "la propriété « " + name + " » est écrite deux fois");
            }
        }
        return properties;
    }

    private void properties(Element element, Map<String, String> properties) {
        for (String name : properties.keySet()) {
            if (name.startsWith("status.") && !STATUS.contains(name)) {
                throw refused(
                        element,
                        "la propriété « " + name + " » n'existe pas ; celles d'un statut sont " + list(STATUS));
            }
        }
        if (properties.keySet().stream().anyMatch(STATUS::contains)) {
            milestone(element, properties);
        }
        String notBy = properties.getOrDefault(AgentTaskModel.NOT_BY, "").strip();
        if (!notBy.isEmpty()
                && !(ModelXml.is(element, "userTask") && words.variables().contains(notBy))) {
            throw refused(
                    element,
                    "« " + AgentTaskModel.NOT_BY
                            + " » se place sur une tâche d'agent et nomme une variable de l'espace, pas « " + notBy
                            + " »");
        }
        String listener = properties.getOrDefault(AgentTaskModel.ON_COMPLETE, "");
        if (!listener.isBlank()) {
            if (!ModelXml.is(element, "userTask")) {
                throw refused(element, "« " + AgentTaskModel.ON_COMPLETE + " » se place sur une tâche d'agent");
            }
            if (!words.beans().isTaskListener(listener)) {
                throw refused(element, "le composant « " + listener + " » n'existe pas ou ne suit pas les tâches");
            }
        }
    }

    private void milestone(Element element, Map<String, String> properties) {
        if (!MILESTONES.contains(element.getLocalName())) {
            throw refused(
                    element,
                    "un statut se place sur un événement de début, de fin ou intermédiaire, qui n'attend rien");
        }
        if (element.getAttribute("name").isBlank()) {
            throw refused(element, "un statut porte le nom que le partenaire lit");
        }
        if (!CODE.matcher(properties.getOrDefault("status.code", "")).matches()) {
            throw refused(element, "le code d'un statut (status.code) s'écrit en minuscules, chiffres et tirets");
        }
        String phase = properties.getOrDefault("status.phase", "");
        Set<String> phases = Arrays.stream(Phase.values()).map(Enum::name).collect(Collectors.toSet());
        if (!phases.contains(phase)) {
            throw refused(element, "la phase « " + phase + " » n'existe pas ; les phases sont " + list(phases));
        }
        for (String action : Milestone.list(properties.getOrDefault("status.actions", ""))) {
            if (!words.actions().contains(action)) {
                throw refused(
                        element,
                        "l'action « " + action + " » n'existe pas ; les actions sont " + list(words.actions()));
            }
        }
        String mail = properties.getOrDefault("status.mail", "");
        if (!mail.isBlank() && !words.knowsMail(mail)) {
            throw refused(element, "le courriel « " + mail + " » n'existe pas");
        }
    }

    private void form(Element task) {
        String form = ModelXml.camunda(task, "formRef");
        if (form.isEmpty()) {
            return;
        }
        if (ModelXml.camunda(task, "formRefBinding").equals("deployment")) {
            throw refused(
                    task,
                    "un formulaire lié par « deployment » ne serait pas trouvé après un déploiement du diagramme seul ; liez-le par version");
        }
        String json = forms.apply(form)
                .orElseThrow(() -> refused(
                        task, "le formulaire « " + form + " » n'est pas déployé ; déployez-le d'abord, ou avec"));
        fields.addAll(words.schemas().keys(json));
    }

    private void messages(Element root) {
        Map<String, String> names = ModelXml.all(root, "message").stream()
                .collect(Collectors.toMap(
                        message -> message.getAttribute("id"),
                        message -> message.getAttribute("name"),
                        (first, second) -> first));
        for (Element definition : ModelXml.all(root, "messageEventDefinition")) {
            Element event = (Element) definition.getParentNode();
            if (Set.of("intermediateCatchEvent", "boundaryEvent", "startEvent").contains(event.getLocalName())) {
                message(event, names.getOrDefault(definition.getAttribute("messageRef"), ""));
            }
        }
        for (Element task : ModelXml.all(root, "receiveTask")) {
            message(task, names.getOrDefault(task.getAttribute("messageRef"), ""));
        }
    }

    private void message(Element waiting, String name) {
        if (!words.messages().contains(name)) {
            throw refused(
                    waiting,
                    "personne n'envoie le message « " + name + " » ; les messages sont " + list(words.messages()));
        }
    }

    private void condition(Element condition) {
        boolean feel = condition.getAttribute("language").contains("feel");
        if (!feel && !ONE_EXPRESSION.matcher(condition.getTextContent()).matches()) {
            throw refused(
                    condition, "la condition « " + condition.getTextContent().strip() + " » doit s'écrire ${…}");
        }
    }

    private void timer(Element time) {
        String text = time.getTextContent().strip();
        if (!text.contains("${") && !ModelTimes.isReadable(time.getLocalName(), text)) {
            Element event = time.getParentNode().getParentNode() instanceof Element around ? around : time;
            throw refused(
                    event, "le délai « " + text + " » ne peut pas être lu ; il s'écrit comme P15D, PT1H ou R/PT1H");
        }
    }

    private static String list(Set<String> words) {
        return words.stream().sorted().collect(Collectors.joining(", "));
    }

    private RuntimeException refused(Element element, String why) {
        return ModelRefusal.of(file, element, why);
    }
}
