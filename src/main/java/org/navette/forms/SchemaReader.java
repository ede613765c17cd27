package org.navette.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a form-js 1.x schema: walks its components and groups, and leaves each field to {@link FieldReader}. */
final class SchemaReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> WITHOUT_ANSWER =
            Set.of("text", "html", "spacer", "separator", "image", "button", "table", "iframe", "documentPreview");

    private final List<Field> fields = new ArrayList<>();
    private boolean takesFiles;

    /** @throws InvalidForm when it is no schema, or has a field that cannot be checked */
    static Form read(String definitionId, int version, String json) {
        JsonNode schema = tree(json);
        if (!schema.path("components").isArray()) {
            throw new InvalidForm("Ce fichier n'est pas un formulaire Camunda : il n'a pas de composants.");
        }
        SchemaReader reader = new SchemaReader();
        reader.readAll(schema.path("components"), null, Gates.NONE);
        return new Form(definitionId, schema.path("id").asText(), version, json, reader.fields, reader.takesFiles);
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new InvalidForm("Ce fichier n'est pas un formulaire Camunda : ce n'est pas du JSON.", e);
        }
    }

    private void readAll(JsonNode components, @Nullable String group, Gates around) {
        for (JsonNode component : components) {
            read(component, group, around.and(component));
        }
    }

    private void read(JsonNode component, @Nullable String group, Gates gates) {
        String type = component.path("type").asText();
        if (type.equals("group")) {
            if (!component.path("path").asText("").isBlank()) {
                throw FieldReader.invalid(component, "un groupe ne peut pas avoir de chemin (« path »)");
            }
            if (component.path("isRepeating").asBoolean()) {
                throw FieldReader.invalid(component, "un groupe ne peut pas se répéter");
            }
            String label = component.path("label").asText("");
            readAll(component.path("components"), label.isBlank() ? group : label, gates);
        } else if (WITHOUT_ANSWER.contains(type)) {
            takesFiles |=
                    "files".equals(component.path("properties").path("widget").asText());
        } else {
            fields.add(FieldReader.read(component, type, group, gates));
        }
    }
}
