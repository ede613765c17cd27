package org.navette.funding;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.navette.funding.DeclaredFile.DeclaredBeneficiary;
import org.navette.funding.DeclaredFile.DeclaredRequest;

/** Reads requests in which nothing wrong was found. */
final class Declarations {

    private Declarations() {}

    static Declaration of(DeclaredRequest request, RequestType type) {
        JsonNode node = request.node();
        JsonNode mandatary = node.path("mandataire");
        String advance = optional(node, "numeroDossierAvance");
        return new Declaration(
                request.rank(),
                text(node, "numeroEditeur"),
                LocalDate.parse(text(node, "dateCommande")),
                // the schema has refused a third decimal other than 0
                request.amount(type).orElseThrow().setScale(2, RoundingMode.UNNECESSARY),
                advance == null ? null : RequestRules.dossier(advance),
                request.beneficiaries().stream().map(Declarations::beneficiary).toList(),
                mandatary.isMissingNode() ? null : mandatary(mandatary),
                each(node.path("administrateursTechniques"), Declarations::administrator),
                scenario(node.path("scenarioInstallation")));
    }

    private static Declaration.Beneficiary beneficiary(DeclaredBeneficiary beneficiary) {
        for (IdentifierKind kind : IdentifierKind.values()) {
            Optional<String> number = beneficiary.number(kind);
            if (number.isPresent()) {
                JsonNode node = beneficiary.node();
                return new Declaration.Beneficiary(
                        text(node, "nom"),
                        optional(node, "raisonSociale"),
                        text(node, "email"),
                        text(node, "telephone"),
                        kind,
                        number.get());
            }
        }
        throw new IllegalStateException("a beneficiary without a number is no good one");
    }

    private static Declaration.Mandatary mandatary(JsonNode node) {
        return new Declaration.Mandatary(
                text(node, "nom"),
                text(node, "raisonSociale"),
                optional(node, "siret"),
                text(node, "email"),
                text(node, "telephone"));
    }

    private static Declaration.Administrator administrator(JsonNode node) {
        return new Declaration.Administrator(text(node, "nom"), text(node, "email"), text(node, "telephone"));
    }

    private static Declaration.Scenario scenario(JsonNode node) {
        Map<String, Boolean> answers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> answer : node.properties()) {
            if (answer.getValue().isBoolean()) {
                answers.put(answer.getKey(), answer.getValue().booleanValue());
            }
        }
        return new Declaration.Scenario(
                answers,
                optional(node, CouloirTerms.CITIZEN_MAILBOX),
                each(node.path(CouloirTerms.SITES), Declarations::site));
    }

    private static Declaration.Site site(JsonNode node) {
        return new Declaration.Site(
                text(node, "finessGeographique"),
                text(node, "ancienneVersion"),
                node.path("maitreIdentite").booleanValue(),
                node.path("referentSoin").booleanValue(),
                node.path("stockageIdentite").booleanValue(),
                text(node, "operateurMessagerie"),
                text(node, "profilMetier"));
    }

    private static <T> List<T> each(JsonNode list, Function<JsonNode, T> reading) {
        List<T> all = new ArrayList<>();
        list.forEach(element -> all.add(reading.apply(element)));
        return all;
    }

    private static String text(JsonNode node, String property) {
        return node.required(property).textValue();
    }

    private static @Nullable String optional(JsonNode node, String property) {
        return node.path(property).textValue();
    }
}
