package org.navette.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads one field of a form-js schema. */
final class FieldReader {

    private FieldReader() {}

    /**
     * @param gates when the field takes an answer
     * @throws InvalidForm when answers to it could not be checked
     */
    static Field read(JsonNode component, String type, @Nullable String group, Gates gates) {
        String key = component.path("key").asText("");
        if (key.isBlank() || key.contains(".")) {
            throw invalid(component, "la clé (« key ») doit être un nom simple, sans point");
        }
        Kind kind = kind(component, type);
        return new Field(
                key,
                kind,
                label(component, key),
                group,
                gates,
                rules(component),
                options(component),
                properties(component, type));
    }

    /** A FEEL expression as forms write it, without its equals sign; null when the node holds none. */
    @Nullable
    static String expression(JsonNode node) {
        String text = node.isTextual() ? node.asText().strip() : "";
        return text.startsWith("=") && text.length() > 1 ? text.substring(1).strip() : null;
    }

    static InvalidForm invalid(JsonNode component, String reason) {
        return new InvalidForm("Composant %s (type %s) : %s."
                .formatted(
                        component.path("key").asText(component.path("id").asText("?")),
                        component.path("type").asText("?"),
                        reason));
    }

    private static Kind kind(JsonNode component, String type) {
        return switch (type) {
            case "textfield" -> Kind.TEXT;
            case "textarea" -> Kind.LINES;
            case "number" -> Kind.NUMBER;
            case "select", "radio" -> Kind.CHOICE;
            case "checklist", "taglist" -> Kind.CHOICES;
            case "checkbox" -> Kind.CHECKBOX;
            case "datetime" ->
                switch (component.path("subtype").asText("date")) {
                    case "date" -> Kind.DATE;
                    case "time" -> Kind.TIME;
                    case "datetime" -> Kind.DATE_TIME;
                    default -> throw invalid(component, "sous-type de date inconnu");
                };
            case "dynamiclist" -> throw invalid(component, "les listes dynamiques ne sont pas prises en charge");
            case "filepicker" ->
                throw invalid(
                        component,
                        "les fichiers se demandent par un texte portant la propriété « widget » = « files »");
            default -> throw invalid(component, "ce type de champ n'est pas pris en charge");
        };
    }

    private static String label(JsonNode component, String key) {
        for (String name : List.of("label", "dateLabel", "timeLabel")) {
            String label = component.path(name).asText("");
            if (!label.isBlank()) {
                return label;
            }
        }
        return key;
    }

    private static Rules rules(JsonNode component) {
        JsonNode validate = component.path("validate");
        return new Rules(
                validate.path("required").asBoolean(),
                limit(component, validate, "minLength"),
                limit(component, validate, "maxLength"),
                limit(component, validate, "min"),
                limit(component, validate, "max"),
                pattern(component, validate.path("pattern").asText("")),
                validate.path("validationType").asText(null),
                component.path("decimalDigits").isNumber()
                        ? component.path("decimalDigits").asInt()
                        : null,
                limit(component, component, "increment").number(),
                component.path("serializeToString").asBoolean(),
                component.path("disallowPassedDates").asBoolean());
    }

    private static Limit limit(JsonNode component, JsonNode parent, String name) {
        JsonNode node = parent.path(name);
        String expression = expression(node);
        String text = node.asText("").strip();
        if (expression != null) {
            return new Limit(null, expression);
        }
        if (text.isEmpty() || node.isNull()) {
            return Limit.NONE;
        }
        try {
            return new Limit(new BigDecimal(text), null);
        } catch (NumberFormatException e) {
            throw invalid(component, "« " + name + " » n'est pas un nombre");
        }
    }

    private static @Nullable BoundedPattern pattern(JsonNode component, String regex) {
        try {
            return regex.isEmpty() ? null : new BoundedPattern(regex);
        } catch (PatternSyntaxException e) {
            throw invalid(component, "l'expression régulière ne peut pas être lue");
        }
    }

    private static OptionSource options(JsonNode component) {
        List<Option> values = new ArrayList<>();
        for (JsonNode value : component.path("values")) {
            String code = value.path("value").asText();
            values.add(new Option(code, value.path("label").asText(code)));
        }
        String key = component.path("valuesKey").asText("");
        return new OptionSource(
                List.copyOf(values), key.isBlank() ? null : key, expression(component.path("valuesExpression")));
    }

    private static Map<String, String> properties(JsonNode component, String type) {
        Map<String, String> properties = new LinkedHashMap<>();
        String ofPattern =
                component.path("validate").path("patternErrorMessage").asText("");
        if (!ofPattern.isBlank()) {
            properties.put("message", ofPattern);
        }
        component.path("properties").fields().forEachRemaining(property -> {
            if (!property.getValue().asText("").isBlank()) {
                properties.put(property.getKey(), property.getValue().asText().strip());
            }
        });
        String check = properties.get("check");
        if (check != null && NamedCheck.of(check).isEmpty()) {
            throw invalid(component, "le contrôle « " + check + " » n'existe pas");
        }
        if (type.equals("datetime")) {
            checkDay(component, properties.get("min"));
            checkDay(component, properties.get("max"));
        }
        return Map.copyOf(properties);
    }

    private static void checkDay(JsonNode component, @Nullable String bound) {
        try {
            if (bound != null && !DateAnswers.TODAY.matcher(bound).matches()) {
                LocalDate.parse(bound);
            }
        } catch (DateTimeParseException e) {
            throw invalid(component, "« min » et « max » sont « today » ou une date sous la forme aaaa-mm-jj");
        }
    }
}
