package org.navette.funding;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in French what the schema objects to. What is expected comes from the schema's own descriptions. */
final class SchemaWords {

    /** of several objections to one value, the first of these is told */
    private static final List<String> ORDER = List.of(
            "type",
            "required",
            "additionalProperties",
            "enum",
            "minLength",
            "maxLength",
            "exclusiveMinimum",
            "maximum",
            "multipleOf",
            "format",
            "pattern");

    private final JsonNode schema;

    SchemaWords(JsonNode schema) {
        this.schema = schema;
    }

    /** Tells all errors, one for each place. */
    void tell(List<Error> errors, String prefix, Findings findings) {
        Map<String, Error> first = new LinkedHashMap<>();
        for (Error error : errors) {
            first.merge(place(error), error, (one, other) -> rank(other) < rank(one) ? other : one);
        }
        first.forEach(
                (place, error) -> findings.error(prefix + place, message(error, prefix + place), expected(error)));
    }

    private static int rank(Error error) {
        int rank = ORDER.indexOf(error.getKeyword());
        return rank < 0 ? ORDER.size() : rank;
    }

    /** Of what is missing or too much itself, not of the object. */
    private static String place(Error error) {
        String object = error.getInstanceLocation().toString();
        boolean ofProperty =
                error.getKeyword().equals("required") || error.getKeyword().equals("additionalProperties");
        return ofProperty && error.getProperty() != null
                ? object + "/" + JsonReading.escape(error.getProperty())
                : object;
    }

    private String message(Error error, String place) {
        String name = name(place);
        String got = French.say(" Reçu : %s.", shown(error.getInstanceNode()));
        JsonNode limit = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "type" -> French.say("%s n'a pas le bon type.", name) + got;
            case "required" -> French.say("%s manque.", name);
            case "additionalProperties" -> French.say("%s n'est pas une propriété prévue ici.", name);
            case "enum" -> French.say("%s a une valeur qui n'est pas admise.", name) + got;
            case "minLength" -> French.say("%s est vide.", name);
            case "maxLength" -> French.say("%s a plus de %s caractères.", name, limit.asText()) + got;
            case "exclusiveMinimum" -> French.say("Le montant %s doit être supérieur à 0.", name) + got;
            case "maximum" -> French.say("Le montant %s dépasse %s.", name, limit.asText()) + got;
            case "multipleOf" -> French.say("Le montant %s doit avoir au plus 2 décimales.", name) + got;
            case "format" -> French.say("%s n'est pas une date du calendrier.", name) + got;
            case "pattern" -> French.say("%s n'a pas la forme attendue.", name) + got;
            case "minItems" -> French.say("La liste %s est vide.", name);
            case "maxItems" -> French.say("La liste %s compte plus de %s éléments.", name, limit.asText());
            default -> French.say("%s n'est pas conforme au schéma.", name);
        };
    }

    private String expected(Error error) {
        JsonNode owner = owner(error);
        String keyword = error.getKeyword();
        if (keyword.equals("required")) {
            return described(owner.path("properties").path(error.getProperty()));
        }
        if (keyword.equals("additionalProperties")) {
            List<String> names = new ArrayList<>();
            owner.path("properties").fieldNames().forEachRemaining(names::add);
            String meant = meant(error.getProperty(), names);
            return (meant == null ? "" : French.say("Peut-être « %s ». ", meant))
                    + French.say("Propriétés admises : %s.", String.join(", ", names));
        }
        String described = described(owner);
        return keyword.equals("type") && !described.contains("guillemets") ? kind(owner) + " " + described : described;
    }

    /** The part of the schema that has the keyword. */
    private JsonNode owner(Error error) {
        String keyword = error.getSchemaLocation().getFragment().toString();
        return schema.at(keyword.substring(0, Math.max(0, keyword.lastIndexOf('/'))));
    }

    private String described(JsonNode part) {
        JsonNode target =
                part.has("$ref") ? schema.at(part.path("$ref").asText().substring(1)) : part;
        String description =
                (part.has("description") ? part : target).path("description").asText();
        JsonNode example = target.path("examples").path(0);
        return example.isMissingNode() ? description : French.say("%s Exemple : %s.", description, example);
    }

    /** Descriptions of numbers and booleans say that they have no quotes. */
    private static String kind(JsonNode part) {
        return switch (part.path("type").asText()) {
            case "string" -> "Un texte entre guillemets.";
            case "array" -> "Une liste entre crochets.";
            default -> "Un objet entre accolades.";
        };
    }

    /** The property that differs only by its case or its separators. */
    private static @Nullable String meant(@Nullable String property, List<String> names) {
        return property == null
                ? null
                : names.stream()
                        .filter(name -> plain(name).equals(plain(property)))
                        .findFirst()
                        .orElse(null);
    }

    private static String plain(String name) {
        return name.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
    }

    /** How a place is called: its property, or its rank in a list. */
    static String name(String pointer) {
        if (pointer.isEmpty()) {
            return "Le contenu du fichier";
        }
        String last = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (last.matches("\\d{1,9}")) {
            String list = pointer.substring(0, pointer.lastIndexOf('/'));
            return French.say(
                    "L'élément %d de « %s »",
                    Integer.parseInt(last) + 1, French.quote(list.substring(list.lastIndexOf('/') + 1)));
        }
        return French.say("« %s »", French.quote(last.replace("~1", "/").replace("~0", "~")));
    }

    /** A value from a file, short. */
    static String shown(@Nullable JsonNode value) {
        if (value == null || value.isMissingNode()) {
            return "rien";
        }
        if (value.isTextual()) {
            return French.say("« %s »", French.quote(value.textValue()));
        }
        if (value.isObject()) {
            return "un objet";
        }
        if (value.isArray()) {
            return "une liste";
        }
        return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
    }
}
