package org.navette.funding.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.navette.directory.Couloir;
import org.navette.funding.CouloirTerms;
import org.navette.funding.FileSchema;
import org.navette.funding.IdentifierKind;
import org.springframework.stereotype.Component;

/** The files, property by property, as their schema and the table of couloirs say: the page cannot drift from the check. */
@Component
class SchemaGuide {

    private static final String BY_COULOIR = "selon le couloir";

    private final FileSchema schema;
    private final Set<String> ofSomeCouloirs = new HashSet<>();

    SchemaGuide(FileSchema schema) {
        this.schema = schema;
        ofSomeCouloirs.add("administrateursTechniques");
        Arrays.stream(IdentifierKind.values()).map(IdentifierKind::property).forEach(ofSomeCouloirs::add);
        Arrays.stream(Couloir.values())
                .flatMap(couloir -> CouloirTerms.of(couloir).scenario().stream())
                .map(CouloirTerms.Term::property)
                .forEach(ofSomeCouloirs::add);
    }

    /** The description of one kind of object. */
    record Section(String id, String title, String description, List<Row> rows) {}

    /** The description of one property. */
    record Row(String property, String title, String kind, String presence, String description, String example) {}

    /** What one couloir asks for. */
    record CouloirRow(Couloir couloir, List<String> identifiers, boolean administrators, List<String> scenario) {}

    /** All objects of a file. */
    List<Section> sections() {
        List<Section> all = new ArrayList<>();
        all.add(section("fichier", schema.tree()));
        for (String name : List.of(
                "demandeAvance",
                "demandeSolde",
                "beneficiaire",
                "mandataire",
                "administrateurTechnique",
                "scenarioInstallation",
                "etablissement")) {
            all.add(section(name, schema.tree().at("/$defs/" + name)));
        }
        return all;
    }

    /** All couloirs. */
    List<CouloirRow> couloirs() {
        return Stream.of(Couloir.values())
                .map(couloir -> {
                    CouloirTerms terms = CouloirTerms.of(couloir);
                    return new CouloirRow(
                            couloir,
                            terms.identifiers().stream()
                                    .map(IdentifierKind::property)
                                    .toList(),
                            terms.administrators(),
                            terms.scenario().stream()
                                    .map(term -> term.property() + (term.required() ? "" : " (facultatif)"))
                                    .toList());
                })
                .toList();
    }

    private Section section(String id, JsonNode object) {
        Set<String> required = new HashSet<>();
        object.path("required").forEach(name -> required.add(name.asText()));
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : object.path("properties").properties()) {
            rows.add(row(property.getKey(), property.getValue(), required.contains(property.getKey())));
        }
        return new Section(
                id, object.path("title").asText(), object.path("description").asText(), rows);
    }

    private Row row(String name, JsonNode part, boolean required) {
        JsonNode target =
                part.has("$ref") ? schema.tree().at(part.path("$ref").asText().substring(1)) : part;
        JsonNode example = target.path("examples").path(0);
        String optional = ofSomeCouloirs.contains(name) ? BY_COULOIR : "facultatif";
        return new Row(
                name,
                (part.has("title") ? part : target).path("title").asText(),
                kind(target.path("type").asText()),
                required ? "obligatoire" : optional,
                (part.has("description") ? part : target).path("description").asText(),
                example.isMissingNode() ? "" : example.toString());
    }

    private static String kind(String type) {
        return switch (type) {
            case "string" -> "texte";
            case "number" -> "nombre";
            case "boolean" -> "vrai ou faux";
            case "array" -> "liste";
            default -> "objet";
        };
    }
}
