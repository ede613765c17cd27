package org.navette.engine.rehearsal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;

/** A diagram's elements as people call them. */
record Elements(BpmnModelInstance model) {

    private static final Map<String, String> TYPES = Map.of(
            "userTask", "une tâche d'agent",
            "serviceTask", "une étape automatique",
            "businessRuleTask", "une étape de décision",
            "receiveTask", "une attente",
            "callActivity", "un sous-processus appelé",
            "subProcess", "un sous-processus",
            "intermediateCatchEvent", "un événement qui attend",
            "intermediateThrowEvent", "un événement qui n'attend pas",
            "boundaryEvent", "un événement de bordure");

    /** The name of the process. */
    String title() {
        Process process = model.getModelElementsByType(Process.class).iterator().next();
        return Optional.ofNullable(process.getName()).orElse(process.getId());
    }

    /** An element's name in quotation marks, its id when it has none. */
    String label(String id) {
        return "« " + name(id).orElse(plain(id)) + " »";
    }

    private Optional<String> name(String id) {
        return find(id).map(FlowElement::getName)
                .map(name -> name.replaceAll("\\s+", " ").strip())
                .filter(name -> !name.isEmpty());
    }

    Optional<FlowElement> find(String id) {
        return model.getModelElementById(plain(id)) instanceof FlowElement element
                ? Optional.of(element)
                : Optional.empty();
    }

    /** What sort of element it is, with its article. */
    static String type(FlowElement element) {
        return TYPES.getOrDefault(element.getElementType().getTypeName(), "un autre élément");
    }

    /** An element of the same name and type with another id. */
    Optional<FlowElement> namesake(FlowElement other) {
        return other.getName() == null
                ? Optional.empty()
                : model.getModelElementsByType(FlowNode.class).stream()
                        .filter(node -> other.getElementType()
                                .getTypeName()
                                .equals(node.getElementType().getTypeName()))
                        .filter(node -> other.getName().equals(node.getName()))
                        .map(FlowElement.class::cast)
                        .findFirst();
    }

    boolean hasTimeout(String task, String listener) {
        return find(task).map(BaseElement::getExtensionElements).stream()
                .flatMap(extensions ->
                        extensions.getElementsQuery().filterByType(CamundaTaskListener.class).list().stream())
                .anyMatch(each -> listener.equals(each.getAttributeValue("id")));
    }

    /** Ids of the elements at which an instance can stand still. */
    List<String> places() {
        return model.getModelElementsByType(FlowNode.class).stream()
                .filter(Elements::waits)
                .map(BaseElement::getId)
                .toList();
    }

    private static boolean waits(FlowNode node) {
        boolean afterGateway = node.getPreviousNodes().list().stream().anyMatch(EventBasedGateway.class::isInstance);
        return node instanceof UserTask
                || node instanceof ReceiveTask
                || node instanceof EventBasedGateway
                || node instanceof IntermediateCatchEvent && !afterGateway
                || node.isCamundaAsyncBefore()
                || node.isCamundaAsyncAfter();
    }

    /** What makes an event fire: timer or message, as written; empty for an element that waits for nothing. */
    String trigger(String id) {
        FlowElement element = find(id).orElse(null);
        Collection<EventDefinition> definitions =
                element instanceof CatchEvent event ? event.getEventDefinitions() : List.of();
        Stream<String> message = element instanceof ReceiveTask task && task.getMessage() != null
                ? Stream.of(task.getMessage().getName())
                : Stream.empty();
        return Stream.concat(message, definitions.stream().map(Elements::text)).collect(Collectors.joining(" "));
    }

    private static String text(EventDefinition definition) {
        return definition instanceof MessageEventDefinition message && message.getMessage() != null
                ? "message " + message.getMessage().getName()
                : definition.getElementType().getTypeName() + " "
                        + definition
                                .getChildElementsByType(org.camunda.bpm.model.bpmn.instance.Expression.class)
                                .stream()
                                .map(child -> child.getElementType().getTypeName() + " "
                                        + child.getTextContent().strip())
                                .collect(Collectors.joining(" "));
    }

    /** The id of an element around which a body of several instances stands. */
    private static String plain(String id) {
        return Objects.requireNonNull(id).replaceFirst("#.*", "");
    }

    /** True for an element that stands on another, or begins an event subprocess. */
    boolean isAttached(String id) {
        return find(id).filter(element -> element instanceof BoundaryEvent
                        || element instanceof StartEvent && element.getParentElement() instanceof SubProcess)
                .isPresent();
    }

    /** True for an event of any sort. */
    boolean isEvent(String id) {
        return find(id).filter(Event.class::isInstance).isPresent();
    }
}
