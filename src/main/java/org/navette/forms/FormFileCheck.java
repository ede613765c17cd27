package org.navette.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.navette.engine.Feel;
import org.navette.engine.FeelShape;
import org.navette.engine.FormSchemas;
import org.springframework.stereotype.Component;

/**
 * Looks at a form before it is deployed: what {@link SchemaReader} refuses, keys written twice, and conditions outside
 * the part of FEEL on which the browser's interpreter and the engine's agree (the corpus of the front end's tests).
 */
@Component
class FormFileCheck implements FormSchemas {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)*");
    private static final List<String> LIMITS = List.of("min", "max", "minLength", "maxLength");

    /** Parts of FEEL that the corpus covers. */
    static final Set<String> KINDS = Set.of(
            "Ref",
            "ConstString",
            "ConstNumber",
            "ConstBool",
            "ConstNull",
            "Equal",
            "Not",
            "Conjunction",
            "Disjunction",
            "FunctionInvocation",
            "PositionalFunctionParameters");

    /** Functions that the corpus covers. */
    static final Set<String> FUNCTIONS = Set.of("not", "list contains");

    private final Feel feel;

    FormFileCheck(Feel feel) {
        this.feel = feel;
    }

    @Override
    public String check(String json) {
        Form form = Form.parse("new", 1, json);
        if (!ID.matcher(form.id()).matches()) {
            throw new InvalidForm("L'identifiant du formulaire, « " + form.id()
                    + " », s'écrit en minuscules, chiffres, tirets et points : c'est le nom du fichier.");
        }
        JsonNode components = tree(json).path("components");
        twice(components, new HashSet<>(), false);
        Set<String> names = new HashSet<>(keys(form));
        components.findValuesAsText("valuesKey").forEach(names::add);
        expressions(components, names);
        return form.id();
    }

    @Override
    public Set<String> keys(String json) {
        return keys(Form.parse("checked", 1, json));
    }

    @Override
    public Map<String, String> required(String json) {
        Map<String, String> required = new LinkedHashMap<>();
        Form.parse("checked", 1, json).fields().stream()
                .filter(field -> field.rules().required())
                .forEach(field -> required.putIfAbsent(field.key(), field.label()));
        return required;
    }

    @Override
    public Set<String> takingChoices(String json) {
        return Form.parse("checked", 1, json).fields().stream()
                .filter(field -> field.options().key() != null)
                .map(Field::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(Form form) {
        return form.fields().stream().map(Field::key).collect(Collectors.toSet());
    }

    /** The same key may stand twice only under conditions, of which one at a time is meant to hold. */
    private static void twice(JsonNode components, Set<String> seen, boolean conditional) {
        for (JsonNode component : components) {
            boolean sometimes = conditional || component.path("conditional").has("hide");
            String key = component.path("key").asText("");
            if (!key.isEmpty() && !seen.add(key) && !sometimes) {
                throw FieldReader.invalid(component, "cette clé est déjà celle d'un autre champ");
            }
            twice(component.path("components"), seen, sometimes);
        }
    }

    private void expressions(JsonNode components, Set<String> names) {
        for (JsonNode component : components) {
            condition(component, component.path("conditional").path("hide"), names);
            condition(component, component.path("readonly"), names);
            for (String limit : LIMITS) {
                String expression =
                        FieldReader.expression(component.path("validate").path(limit));
                if (expression != null) {
                    shape(component, expression);
                }
            }
            String values = FieldReader.expression(component.path("valuesExpression"));
            if (values != null) {
                shape(component, values);
            }
            expressions(component.path("components"), names);
        }
    }

    private void condition(JsonNode component, JsonNode condition, Set<String> names) {
        if (!condition.isTextual() || condition.asText().isBlank()) {
            return;
        }
        String expression = FieldReader.expression(condition);
        if (expression == null) {
            throw FieldReader.invalid(
                    component, "la condition « " + condition.asText() + " » doit commencer par le signe =");
        }
        FeelShape shape = shape(component, expression);
        boolean common = KINDS.containsAll(shape.kinds()) && FUNCTIONS.containsAll(shape.functions());
        if (!common) {
            throw FieldReader.invalid(
                    component,
                    "la condition « " + expression + " » sort de ce que le navigateur et le serveur comprennent de même"
                            + " : =, !=, and, or, not(), list contains(), null");
        }
        shape.names().stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw FieldReader.invalid(
                    component, "la condition « " + expression + " » nomme « " + name + " », qui n'est pas un champ");
        });
    }

    private FeelShape shape(JsonNode component, String expression) {
        try {
            return feel.shape(expression);
        } catch (IllegalArgumentException e) {
            throw FieldReader.invalid(component, "« " + expression + " » n'est pas une expression FEEL");
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new InvalidForm("Ce fichier n'est pas un formulaire Camunda : ce n'est pas du JSON.", e);
        }
    }
}
