package org.navette.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The diagrams")
class DiagramsTest {

    /** Until when an agent has granted something: a day that no model can compute. */
    private static final String DECIDED_DAY = "expiresAt";

    private static final Pattern NODE = Pattern.compile(
            "(Event|StartEvent|EndEvent|UserTask|ReceiveTask|ServiceTask|BusinessRuleTask|CallActivity|SubProcess|Gateway)_"
                    + "([A-Z][a-z0-9]*)+");
    private static final Pattern FLOW = Pattern.compile("Flow_([A-Z][a-z0-9]*_?)+");
    private static final Pattern ENGLISH = Pattern.compile(
            "(?i)\\b(the|of|and|is|are|yes|no|request|answer|send|sent|mail|file|check|start|end|task|wait|cancel)\\b");
    private static final int MOST_NODES = 20;

    /** What a diagram has beyond that: the way of a request for funding to its documents is to become a called process. */
    private static final Map<String, Integer> ALLOWED = Map.of("funding-request", 8);

    /** A diagram with its file's name, without folder and extension. */
    record Diagram(String file, BpmnModelInstance model) {

        <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> List<T> all(Class<T> type) {
            return List.copyOf(model.getModelElementsByType(type));
        }

        @Override
        public String toString() {
            return file;
        }
    }

    /** The shipped ones, and one of tests that begins with a start form: the house has room for those. */
    static List<Diagram> diagrams() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return Stream.concat(files, Stream.of(Path.of("src/test/resources/engine/trial-start.bpmn")))
                    .filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .map(file -> new Diagram(
                            file.getFileName().toString().replace(".bpmn", ""), Bpmn.readModelFromFile(file.toFile())))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    @DisplayName("COMM-12 hold one process each, called like its file, named and explained in French")
    void oneProcess(Diagram diagram) {
        assertThat(diagram.all(Process.class)).singleElement().satisfies(process -> {
            assertThat(process.getId()).isEqualTo(diagram.file);
            assertThat(process.isExecutable()).isTrue();
            french(process.getId(), process.getName());
            french(process.getId(), documentation(process));
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    @DisplayName("COMM-12 name every element in French; a gateway that only joins says in its documentation what")
    void named(Diagram diagram) {
        for (FlowNode node : diagram.all(FlowNode.class)) {
            boolean joins = node instanceof Gateway && node.getOutgoing().size() == 1;
            french(node.getId(), joins ? documentation(node) : node.getName());
            if (node instanceof Gateway && !joins) {
                assertThat(node.getName()).as(node.getId()).endsWith("?");
            }
        }
        for (SequenceFlow flow : diagram.all(SequenceFlow.class)) {
            boolean answers = flow.getSource() instanceof Gateway gateway
                    && gateway.getOutgoing().size() > 1
                    && !(gateway instanceof EventBasedGateway);
            if (answers || flow.getName() != null) {
                french(flow.getId(), flow.getName());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    @DisplayName("COMM-12 give elements ids of their type and Pascal words")
    void ids(Diagram diagram) {
        for (FlowElement element : diagram.all(FlowElement.class)) {
            assertThat(element.getId()).matches(element instanceof SequenceFlow ? FLOW : NODE);
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    @DisplayName("COMM-12 draw every element once, from left to right, in about twenty nodes")
    void drawn(Diagram diagram) {
        List<String> shapes = diagram.all(BpmnShape.class).stream()
                .map(shape -> shape.getBpmnElement().getId())
                .toList();
        List<String> edges = diagram.all(BpmnEdge.class).stream()
                .map(edge -> edge.getBpmnElement().getId())
                .toList();
        assertThat(shapes).containsExactlyInAnyOrderElementsOf(ids(diagram.all(FlowNode.class)));
        assertThat(edges).containsExactlyInAnyOrderElementsOf(ids(diagram.all(SequenceFlow.class)));
        assertThat(shapes).hasSizeLessThanOrEqualTo(MOST_NODES + ALLOWED.getOrDefault(diagram.toString(), 0));
        for (BpmnEdge edge : diagram.all(BpmnEdge.class)) {
            var points = List.copyOf(edge.getWaypoints());
            for (int i = 1; i < points.size(); i++) {
                boolean straight = points.get(i).getX().equals(points.get(i - 1).getX())
                        || points.get(i).getY().equals(points.get(i - 1).getY());
                assertThat(straight).as(edge.getId()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    @DisplayName("COMM-12 write their timers out, or name the date that the diagram itself computes")
    void timers(Diagram diagram) {
        String xml = Bpmn.convertToString(diagram.model);
        for (TimerEventDefinition timer : diagram.all(TimerEventDefinition.class)) {
            String text = timer.getTextContent().strip();
            assertThat(text).as(timer.getId()).isNotEmpty();
            if (text.matches("\\$\\{deadlines\\.inDays\\(\\w+\\)}")) {
                assertThat(timer.getParentElement().getElementType().getTypeName())
                        .as("only a task's own deadline, which a table gives")
                        .isEqualTo("taskListener");
            } else if (text.startsWith("${")) {
                String variable = text.replaceAll("[${}]", "");
                if (variable.equals(DECIDED_DAY)) {
                    continue;
                }
                assertThat(xml).contains("<camunda:outputParameter name=\"" + variable + "\">");
            } else {
                assertThat(text)
                        .matches("(R\\d*/)?P.+|\\d{4}-.+|0 \\d+ \\d+ (\\* \\* \\?|\\? \\* [A-Z]{3}(-[A-Z]{3})?)");
            }
        }
    }

    @Test
    @DisplayName("COMM-13 processes, decisions and forms have file names that are unique in the whole project")
    void uniqueNames() throws IOException {
        for (String folder : Set.of("processes", "dmn", "forms")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                assertThat(files.filter(Files::isRegularFile)
                                .map(file -> file.getFileName().toString().toLowerCase(Locale.ROOT))
                                .collect(Collectors.toList()))
                        .doesNotHaveDuplicates();
            }
        }
    }

    private static void french(String id, String text) {
        assertThat(text).as(id).isNotBlank().doesNotContainPattern(ENGLISH);
        assertThat(Character.isUpperCase(text.charAt(0))).as(id + ": " + text).isTrue();
    }

    private static String documentation(BaseElement element) {
        return element.getDocumentations().stream()
                .map(documentation -> documentation.getTextContent().strip())
                .collect(Collectors.joining());
    }

    private static List<String> ids(List<? extends BaseElement> elements) {
        return elements.stream().map(BaseElement::getId).toList();
    }
}
