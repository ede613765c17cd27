package org.navette.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.w3c.dom.Element;

@NavetteTest
@DisplayName("The element templates")
class ElementTemplatesTest {

    private static final Path FOLDER = Path.of("processes/.camunda/element-templates");
    private static final Path MAILS = Path.of("src/main/resources/templates/mail");

    @Autowired
    ApplicationContext application;

    @Test
    @DisplayName("COMM-12 offer the phases that the code has, no more and no less")
    void phases() throws IOException {
        assertThat(choices("milestone", "status.phase"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Phase.values()).map(Enum::name).toList());
    }

    @Test
    @DisplayName("COMM-12 offer the actions that the pages know, no more and no less")
    void actions() throws IOException {
        assertThat(choices("milestone", "status.actions").stream()
                        .flatMap(choice -> Milestone.list(choice).stream())
                        .collect(Collectors.toSet()))
                .isEqualTo(new ModelVocabulary(application).actions());
    }

    @Test
    @DisplayName("COMM-12 offer the mails of the espaces, no more and no less")
    void mails() throws IOException {
        Set<String> mails = new TreeSet<>();
        for (ModelWords words : application.getBeansOfType(ModelWords.class).values()) {
            if (words.espace().equals(ModelWords.OF_NO_ESPACE)) {
                continue;
            }
            for (File file : MAILS.resolve(words.espace()).toFile().listFiles()) {
                mails.add(words.espace() + "/" + file.getName().replaceFirst("\\.\\w+$", ""));
            }
        }
        Set<String> offered = choices("milestone", "status.mail");
        offered.remove("");
        assertThat(offered).isEqualTo(mails).allMatch(new ModelVocabulary(application)::knowsMail);
    }

    @Test
    @DisplayName("COMM-12 offer the listeners that can follow a task, no more and no less")
    void listeners() throws IOException {
        Set<String> offered = choices("agent-task", AgentTaskModel.ON_COMPLETE);
        offered.remove("");
        Set<String> listeners = new java.util.HashSet<>(
                application.getBeansOfType(TaskListener.class).keySet());
        assertThat(listeners.remove("escalation"))
                .as("it follows a deadline, not a completion")
                .isTrue();
        assertThat(offered).isEqualTo(listeners);
    }

    @Test
    @DisplayName("COMM-12 name the messages that the pages send")
    void messages() throws IOException {
        assertThat(template("partner-wait").get("description").asText())
                .contains(new ModelVocabulary(application).messages());
    }

    @Test
    @DisplayName("COMM-12 describe what the diagrams carry: every element that could have a template has it, filled in")
    void asTheDiagramsUseThem() throws IOException {
        Map<String, JsonNode> templates = new TreeMap<>();
        for (String name : List.of("milestone", "agent-task", "partner-wait")) {
            JsonNode template = template(name);
            templates.put(template.get("id").asText(), template);
        }
        Set<String> used = new HashSet<>();
        for (Path file : diagrams()) {
            Element root = ModelXml.root(file.toString(), Files.readAllBytes(file));
            for (Element element : ModelXml.all(root, "*")) {
                String id = ModelXml.camunda(element, "modelerTemplate");
                assertThat(id).as(element.getAttribute("id")).isEqualTo(expected(element));
                if (!id.isEmpty()) {
                    used.add(id);
                    fits(templates.get(id), element);
                }
            }
        }
        assertThat(used).isEqualTo(templates.keySet());
    }

    private static String expected(Element element) {
        boolean waits = ModelXml.is(element, "receiveTask")
                || !ModelXml.children(element, "messageEventDefinition").isEmpty();
        return properties(element).containsKey("status.code")
                ? "navette.milestone"
                : ModelXml.is(element, "userTask") ? "navette.agent-task" : waits ? "navette.partner-wait" : "";
    }

    /** The values on the diagram are those that the template allows, and no property is unknown to it. */
    private static void fits(JsonNode template, Element element) {
        assertThat(template.get("appliesTo"))
                .extracting(JsonNode::asText)
                .contains("bpmn:" + Character.toUpperCase(element.getLocalName().charAt(0))
                        + element.getLocalName().substring(1));
        // Modeler looks a template up by its id and version
        assertThat(template.path("version").asText("")).isEqualTo(ModelXml.camunda(element, "modelerTemplateVersion"));
        Map<String, String> left = properties(element);
        for (JsonNode property : template.get("properties")) {
            String name = property.at("/binding/name").asText();
            String value = property.at("/binding/type").asText().equals("camunda:property")
                    ? left.remove(name)
                    : element.getAttribute(name);
            String where = element.getAttribute("id") + " " + name;
            if (property.path("type").asText().equals("Hidden")) {
                assertThat(value).as(where).isEqualTo(property.get("value").asText());
            } else if (property.has("choices")) {
                assertThat(property.get("choices").findValuesAsText("value"))
                        .as(where)
                        .contains(value == null ? "" : value);
            } else if (property.at("/constraints/notEmpty").asBoolean()) {
                assertThat(value).as(where).isNotBlank();
            }
        }
        assertThat(left).as(element.getAttribute("id")).isEmpty();
    }

    private static Map<String, String> properties(Element element) {
        Map<String, String> properties = new TreeMap<>();
        for (Element extensions : ModelXml.children(element, "extensionElements")) {
            for (Element list : ModelXml.children(extensions, "properties")) {
                ModelXml.children(list, "property")
                        .forEach(one -> properties.put(one.getAttribute("name"), one.getAttribute("value")));
            }
        }
        return properties;
    }

    private static Set<String> choices(String template, String property) throws IOException {
        for (JsonNode one : template(template).get("properties")) {
            if (one.at("/binding/name").asText().equals(property)) {
                return new TreeSet<>(one.get("choices").findValuesAsText("value"));
            }
        }
        throw new AssertionError("no property " + property);
    }

    private static JsonNode template(String name) throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(FOLDER.resolve(name + ".json").toFile());
    }

    private static List<Path> diagrams() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return Stream.concat(files, Stream.of(Path.of("src/test/resources/engine/trial-start.bpmn")))
                    .filter(file -> file.toString().endsWith(".bpmn"))
                    .toList();
        }
    }
}
