package org.navette.funding;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Couloir;
import org.navette.directory.Software;
import org.navette.funding.CouloirTerms.Term;
import org.navette.funding.DeclaredFile.DeclaredRequest;

/** The installation scenario says what the couloir asks, and nothing that the software is not referenced for. */
final class ScenarioRules {

    private ScenarioRules() {}

    static void properties(DeclaredFile file, FileRule.Context context, Findings findings) {
        List<Term> terms = context.terms().scenario();
        List<String> names = terms.stream().map(Term::property).toList();
        String expected = French.say(
                "Le couloir %s attend : %s.",
                context.software().couloir().label(),
                terms.stream()
                        .map(term -> term.property() + (term.required() ? "" : " (facultatif)"))
                        .collect(Collectors.joining(", ")));
        for (DeclaredRequest request : file.requests()) {
            JsonNode scenario = request.node().path("scenarioInstallation");
            if (!scenario.isObject()) {
                continue;
            }
            for (Term term : terms) {
                if (term.required() && !scenario.has(term.property())) {
                    findings.error(
                            request.pointer("scenarioInstallation", term.property()),
                            French.say("« %s » manque.", term.property()),
                            expected);
                }
            }
            for (Map.Entry<String, JsonNode> given : scenario.properties()) {
                // what no couloir knows is told by the schema
                if (!names.contains(given.getKey()) && isKnown(given.getKey())) {
                    findings.error(
                            request.pointer("scenarioInstallation", given.getKey()),
                            French.say("« %s » n'est pas une propriété de ce couloir.", given.getKey()),
                            expected);
                }
            }
        }
    }

    private static boolean isKnown(String property) {
        for (Couloir couloir : Couloir.values()) {
            if (CouloirTerms.of(couloir).scenario().stream()
                    .anyMatch(term -> term.property().equals(property))) {
                return true;
            }
        }
        return false;
    }

    static void profiles(DeclaredFile file, FileRule.Context context, Findings findings) {
        for (DeclaredRequest request : file.requests()) {
            JsonNode scenario = request.node().path("scenarioInstallation");
            for (Term term : context.terms().scenario()) {
                JsonNode answer = scenario.path(term.property());
                if (answer.isBoolean() && answer.booleanValue()) {
                    check(
                            term.profile(),
                            request.pointer("scenarioInstallation", term.property()),
                            term.property(),
                            context.software(),
                            findings);
                }
            }
            JsonNode sites = scenario.path(CouloirTerms.SITES);
            for (int i = 0; sites.isArray() && i < sites.size(); i++) {
                String trade = sites.get(i).path("profilMetier").asText();
                check(
                        CouloirTerms.SITE_PROFILES.get(trade),
                        request.pointer("scenarioInstallation", CouloirTerms.SITES, i + "/profilMetier"),
                        trade,
                        context.software(),
                        findings);
            }
        }
    }

    private static void check(
            @Nullable String profile, String pointer, String said, Software software, Findings findings) {
        if (profile != null && !software.has(profile)) {
            findings.error(
                    pointer,
                    French.say(
                            "« %s » demande le profil « %s », pour lequel le logiciel « %s » n'est pas référencé.",
                            said, profile, software.name()),
                    French.say(
                            "Profils du logiciel : %s.",
                            software.profiles().stream().sorted().collect(Collectors.joining(", "))));
        }
    }

    /** No establishment is told twice by one request. */
    static void sites(DeclaredFile file, FileRule.Context context, Findings findings) {
        for (DeclaredRequest request : file.requests()) {
            Map<String, Integer> seen = new HashMap<>();
            JsonNode sites = request.node().path("scenarioInstallation").path(CouloirTerms.SITES);
            for (int i = 0; sites.isArray() && i < sites.size(); i++) {
                JsonNode number = sites.get(i).path("finessGeographique");
                Integer first = number.isTextual() ? seen.putIfAbsent(number.textValue(), i) : null;
                if (first != null) {
                    findings.error(
                            request.pointer("scenarioInstallation", CouloirTerms.SITES, i + "/finessGeographique"),
                            French.say(
                                    "L'établissement « %s » est déjà dans la liste, au rang %d.",
                                    French.quote(number.textValue()), first + 1),
                            "Chaque établissement une seule fois.");
                }
            }
        }
    }

    /** All of them. */
    static List<FileRule> all() {
        return List.of(ScenarioRules::properties, ScenarioRules::profiles, ScenarioRules::sites);
    }
}
