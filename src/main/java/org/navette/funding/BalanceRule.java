package org.navette.funding;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.navette.funding.DeclaredFile.DeclaredBeneficiary;
import org.navette.funding.DeclaredFile.DeclaredRequest;
import org.navette.funding.FundingRows.Advance;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A balance follows a decided advance of the same software, under the same editor number, once (FUND-09, FUND-10). */
@Component
@Order(3)
class BalanceRule implements SupplierRule {

    private static final String ADVANCE = "numeroDossierAvance";
    private static final String DECIDED = "Le numéro d'une avance décidée de ce logiciel.";

    private final FundingRows rows;

    BalanceRule(FundingRows rows) {
        this.rows = rows;
    }

    @Override
    public void check(DeclaredFile file, FileRule.Context context, Supplier supplier, Findings findings) {
        if (file.type().orElse(context.parameters().type()) != RequestType.BALANCE) {
            return;
        }
        Set<String> dossiers = file.requests().stream()
                .map(BalanceRule::dossier)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        Map<String, Advance> advances = rows.advances(supplier, dossiers).stream()
                .collect(Collectors.toMap(advance -> advance.own().dossier(), Function.identity()));
        for (DeclaredRequest request : file.requests()) {
            dossier(request).ifPresent(dossier -> check(request, dossier, advances.get(dossier), context, findings));
        }
    }

    private static void check(
            DeclaredRequest request,
            String dossier,
            @Nullable Advance advance,
            FileRule.Context context,
            Findings findings) {
        String refusal = refusal(dossier, advance, context.software().ansNumber());
        if (refusal != null || advance == null) {
            findings.error(request.pointer(ADVANCE), refusal == null ? "" : refusal, DECIDED);
            return;
        }
        String editorNumber = advance.own().declaration().editorNumber();
        request.editorNumber()
                .filter(number -> !number.equalsIgnoreCase(editorNumber))
                .ifPresent(number -> findings.error(
                        request.pointer("numeroEditeur"),
                        French.say("Ce numéro éditeur n'est pas celui de l'avance : « %s ».", French.quote(number)),
                        French.say("« %s », comme l'avance %s.", French.quote(editorNumber), dossier)));
        if (!beneficiaries(request, context).equals(beneficiaries(advance.own().declaration()))) {
            findings.warning(
                    request.pointer("beneficiaires"),
                    French.say("Les bénéficiaires ne sont pas ceux de l'avance %s.", dossier),
                    "Les bénéficiaires de l'avance ; la demande est gardée et l'écart est signalé.");
        }
    }

    /**
     * Why an advance can have no balance, or none any more; null when it can.
     *
     * @param advance null when there is none with the dossier's number
     */
    static @Nullable String refusal(String dossier, @Nullable Advance advance, String ansNumber) {
        if (advance == null) {
            return French.say("Vous n'avez pas d'avance « %s ».", French.quote(dossier));
        }
        if (!advance.own().ansNumber().equalsIgnoreCase(ansNumber)) {
            return French.say(
                    "L'avance %s est celle du logiciel « %s ».",
                    dossier, French.quote(advance.own().ansNumber()));
        }
        if (advance.balance() != null) {
            return French.say("L'avance %s a déjà un solde, la demande %s.", dossier, advance.balance());
        }
        return advance.open()
                ? null
                : French.say("L'avance %s n'est pas décidée : son statut est « %s ».", dossier, advance.status());
    }

    private static Optional<String> dossier(DeclaredRequest request) {
        return request.text(ADVANCE).map(RequestRules::dossier);
    }

    private static Set<String> beneficiaries(DeclaredRequest request, FileRule.Context context) {
        Set<String> all = new HashSet<>();
        for (DeclaredBeneficiary beneficiary : request.beneficiaries()) {
            context.terms()
                    .identifiers()
                    .forEach(kind -> beneficiary.number(kind).ifPresent(number -> all.add(kind + " " + number)));
        }
        return all;
    }

    /** Kind and number of each beneficiary. */
    static Set<String> beneficiaries(Declaration declaration) {
        List<Declaration.Beneficiary> all = declaration.beneficiaries();
        return all.stream().map(one -> one.kind() + " " + one.number()).collect(Collectors.toSet());
    }
}
