package org.navette.funding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.navette.funding.DeclaredFile.DeclaredBeneficiary;
import org.navette.funding.DeclaredFile.DeclaredRequest;

/** Who the software is for, who ordered it for them, and who administers it. */
final class BeneficiaryRules {

    private BeneficiaryRules() {}

    /** Each beneficiary has exactly one number, of a kind that the couloir wants. */
    static void identifiers(DeclaredFile file, FileRule.Context context, Findings findings) {
        List<IdentifierKind> wanted = context.terms().identifiers();
        String expected = French.say(
                "Le couloir %s attend %s%s.",
                context.software().couloir().label(),
                wanted.size() > 1 ? "un seul de ces numéros : ".replace(" :", "\u00a0:") : "",
                wanted.stream()
                        .map(kind -> French.say("« %s »", kind.property()))
                        .collect(Collectors.joining(" ou ")));
        for (DeclaredRequest request : file.requests()) {
            for (DeclaredBeneficiary beneficiary : request.beneficiaries()) {
                if (beneficiary.node().isObject()) {
                    identifiers(beneficiary, wanted, expected, findings);
                }
            }
        }
    }

    private static void identifiers(
            DeclaredBeneficiary beneficiary, List<IdentifierKind> wanted, String expected, Findings findings) {
        for (IdentifierKind kind : IdentifierKind.values()) {
            if (!wanted.contains(kind) && beneficiary.node().has(kind.property())) {
                findings.error(
                        beneficiary.pointer() + "/" + kind.property(),
                        French.say("« %s » n'est pas un numéro de ce couloir.", kind.property()),
                        expected);
            }
        }
        List<IdentifierKind> given = wanted.stream()
                .filter(kind -> beneficiary.node().has(kind.property()))
                .toList();
        if (given.isEmpty()) {
            findings.error(
                    beneficiary.pointer() + "/" + wanted.get(0).property(),
                    French.say("Le numéro du bénéficiaire manque."),
                    expected);
        } else if (given.size() > 1) {
            findings.error(
                    beneficiary.pointer() + "/" + given.get(1).property(),
                    French.say("Le bénéficiaire a deux numéros."),
                    expected);
        }
    }

    /** Nobody is funded twice by one file. */
    static void once(DeclaredFile file, FileRule.Context context, Findings findings) {
        Map<String, DeclaredRequest> seen = new HashMap<>();
        for (DeclaredRequest request : file.requests()) {
            for (DeclaredBeneficiary beneficiary : request.beneficiaries()) {
                for (IdentifierKind kind : context.terms().identifiers()) {
                    Optional<String> number = beneficiary.number(kind);
                    DeclaredRequest first =
                            number.isEmpty() ? null : seen.putIfAbsent(kind + " " + number.get(), request);
                    if (first != null) {
                        findings.error(
                                beneficiary.pointer() + "/" + kind.property(),
                                first == request
                                        ? French.say(
                                                "Le bénéficiaire « %s » est déjà dans cette demande.",
                                                French.quote(number.get()))
                                        : French.say(
                                                "Le bénéficiaire « %s » est déjà dans la demande %d du fichier.",
                                                French.quote(number.get()), first.rank()),
                                "Chaque bénéficiaire une seule fois dans le fichier.");
                    }
                }
            }
        }
    }

    /** Several beneficiaries have a mandatary, one has none. */
    static void mandatary(DeclaredFile file, FileRule.Context context, Findings findings) {
        for (DeclaredRequest request : file.requests()) {
            int beneficiaries = request.node().path("beneficiaires").size();
            boolean mandatary = request.node().has("mandataire");
            if (beneficiaries > 1 && !mandatary) {
                findings.error(
                        request.pointer("mandataire"),
                        French.say("La demande a plusieurs bénéficiaires et pas de mandataire."),
                        French.say("« mandataire » : qui a passé la commande pour eux."));
            } else if (beneficiaries == 1 && mandatary) {
                findings.warning(
                        request.pointer("mandataire"),
                        French.say("La demande a un mandataire et un seul bénéficiaire."),
                        "Un mandataire pour une commande de plusieurs bénéficiaires.");
            }
        }
    }

    /** Technical administrators are told where the couloir has them. */
    static void administrators(DeclaredFile file, FileRule.Context context, Findings findings) {
        boolean wanted = context.terms().administrators();
        String label = context.software().couloir().label();
        for (DeclaredRequest request : file.requests()) {
            boolean given = request.node().has("administrateursTechniques");
            if (request.node().isObject() && given != wanted) {
                findings.error(
                        request.pointer("administrateursTechniques"),
                        wanted
                                ? French.say("« administrateursTechniques » manque.")
                                : French.say("« administrateursTechniques » n'est pas prévu pour ce couloir."),
                        wanted
                                ? French.say("Le couloir %s demande de 1 à 10 administrateurs techniques.", label)
                                : French.say("Le couloir %s n'a pas d'administrateurs techniques.", label));
            }
        }
    }

    /** All of them. */
    static List<FileRule> all() {
        return List.of(
                BeneficiaryRules::identifiers,
                BeneficiaryRules::once,
                BeneficiaryRules::mandatary,
                BeneficiaryRules::administrators);
    }
}
