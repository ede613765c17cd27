package org.navette.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The statuses that a process can show, read from its latest deployed diagram. */
@Component
public class Statuses {

    private final ProcessEngineConfigurationImpl engine;
    private final LatestModels latest;
    private final Map<String, List<Milestone>> byDefinition = new ConcurrentHashMap<>();

    Statuses(@Lazy ProcessEngineConfigurationImpl engine, LatestModels latest) {
        this.engine = engine;
        this.latest = latest;
    }

    /** The statuses of a process, from left to right on the diagram. */
    public List<Milestone> of(String processId) {
        var definition = Objects.requireNonNull(
                latest.of(ProcessDefinitionEntity.class, processId, () -> engine.getCommandExecutorTxRequired()
                        .execute(context ->
                                engine.getDeploymentCache().findDeployedLatestProcessDefinitionByKey(processId))));
        return byDefinition.computeIfAbsent(
                definition.getId(), id -> engine.getCommandExecutorTxRequired().execute(context -> read(id)));
    }

    private List<Milestone> read(String definitionId) {
        var model = engine.getDeploymentCache().findBpmnModelInstanceForProcessDefinition(definitionId);
        List<Milestone> milestones = new ArrayList<>();
        var events = model.getModelElementsByType(Event.class).stream()
                .sorted(Comparator.comparingDouble(Statuses::abscissa))
                .toList();
        for (Event event : events) {
            Map<String, String> properties = properties(event);
            if (properties.containsKey("status.code")) {
                milestones.add(Milestone.read(event.getName(), properties));
            }
        }
        return List.copyOf(milestones);
    }

    private static double abscissa(Event event) {
        BpmnShape shape = event.getDiagramElement();
        return shape == null ? Double.MAX_VALUE : shape.getBounds().getX();
    }

    private static Map<String, String> properties(Event event) {
        if (event.getExtensionElements() == null) {
            return Map.of();
        }
        return event.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(list -> list.getCamundaProperties().stream())
                .collect(Collectors.toMap(CamundaProperty::getCamundaName, CamundaProperty::getCamundaValue));
    }
}
