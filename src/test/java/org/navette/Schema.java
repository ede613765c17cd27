package org.navette;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a form of Camunda asks, as its page shows it. */
final class Schema {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode schema;
    private final JsonNode context;
    private final List<JsonNode> fields = new ArrayList<>();

    Schema(PageForm form) {
        try {
            schema = JSON.readTree(form.attribute("data-schema"));
            context = JSON.readTree(form.attribute("data-context"));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
        collect(schema.path("components"));
    }

    private void collect(JsonNode components) {
        components.forEach(component -> {
            if (component.has("key")) {
                fields.add(component);
            }
            collect(component.path("components"));
        });
    }

    String name() {
        return schema.path("id").asText();
    }

    /** The keys of texts of any number of lines. */
    Set<String> texts() {
        Set<String> texts = new TreeSet<>();
        fields.stream()
                .filter(field -> field.path("type").asText().startsWith("text"))
                .forEach(field -> texts.add(field.path("key").asText()));
        return texts;
    }

    /** A choice for each field that offers some, a day for each that asks one. */
    Map<String, Object> choices() {
        Map<String, Object> choices = new LinkedHashMap<>();
        for (JsonNode field : fields) {
            String key = field.path("key").asText();
            switch (field.path("type").asText()) {
                case "select", "radio" -> choices.put(key, first(field));
                case "checklist", "taglist" -> choices.put(key, List.of(first(field)));
                case "checkbox" -> choices.put(key, true);
                case "number" -> choices.put(key, 1);
                case "datetime" -> choices.put(key, "1980-02-29");
                default -> {
                    // texts
                }
            }
        }
        return choices;
    }

    /** The keys of all fields by their labels. */
    Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        fields.forEach(field ->
                labels.put(field.path("label").asText(), field.path("key").asText()));
        return labels;
    }

    private Object first(JsonNode field) {
        JsonNode offered =
                field.has("valuesKey") ? context.path(field.path("valuesKey").asText()) : field.path("values");
        return offered.path(0).path("value").asText();
    }
}
