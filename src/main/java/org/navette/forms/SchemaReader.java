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
    private static final Group OUTSIDE = new Group(null, List.of(), false);

    private final List<Field> fields = new ArrayList<>();
    private boolean takesFiles;
    private int block;

    /** @throws InvalidForm when it is no schema, or has a field that cannot be checked */
    static Form read(String definitionId, int version, String json) {
        JsonNode schema = tree(json);
        if (!schema.path("components").isArray()) {
            throw new InvalidForm("Ce fichier n'est pas un formulaire Camunda : il n'a pas de composants.");
        }
        SchemaReader reader = new SchemaReader();
        reader.readAll(schema.path("components"), OUTSIDE);
        return new Form(definitionId, schema.path("id").asText(), version, json, reader.fields, reader.takesFiles);
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new InvalidForm("Ce fichier n'est pas un formulaire Camunda : ce n'est pas du JSON.", e);
        }
    }

    private void readAll(JsonNode components, Group group) {
        for (JsonNode component : components) {
            read(component, group);
        }
    }

    private void read(JsonNode component, Group group) {
        String type = component.path("type").asText();
        if (type.equals("group")) {
            if (!component.path("path").asText("").isBlank()) {
                throw FieldReader.invalid(component, "un groupe ne peut pas avoir de chemin (« path »)");
            }
            if (component.path("isRepeating").asBoolean()) {
                throw FieldReader.invalid(component, "un groupe ne peut pas se répéter");
            }
            block++;
            readAll(component.path("components"), group.with(component));
            block++;
        } else if (WITHOUT_ANSWER.contains(type)) {
            takesFiles |=
                    "files".equals(component.path("properties").path("widget").asText());
        } else {
            Group around = group.with(component);
            if (!around.closed()) {
                fields.add(FieldReader.read(component, type, group.label(), block, around.removals()));
            }
        }
    }

    /**
     * What a component takes from those around it.
     *
     * @param closed read-only or disabled for ever: what is sent for it is ignored
     */
    private record Group(@Nullable String label, List<String> removals, boolean closed) {

        Group with(JsonNode component) {
            List<String> all = new ArrayList<>(removals);
            String hide = FieldReader.expression(component.path("conditional").path("hide"));
            String readOnly = FieldReader.expression(component.path("readonly"));
            if (hide != null) {
                all.add(hide);
            }
            if (readOnly != null) {
                all.add(readOnly);
            }
            String own = component.path("label").asText("");
            boolean isClosed = closed
                    || component.path("disabled").asBoolean()
                    || (readOnly == null && component.path("readonly").asBoolean());
            return new Group(own.isBlank() ? label : own, List.copyOf(all), isClosed);
        }
    }
}
