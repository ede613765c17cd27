package org.navette.funding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.navette.funding.DeclaredFile.DeclaredBeneficiary;
import org.navette.funding.DeclaredFile.DeclaredRequest;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nobody is funded twice for one software (FUND-10). */
@Component
@Order(2)
class FundedBeneficiaryRule implements SupplierRule {

    private final FundingRows rows;

    FundedBeneficiaryRule(FundingRows rows) {
        this.rows = rows;
    }

    @Override
    public void check(DeclaredFile file, FileRule.Context context, Supplier supplier, Findings findings) {
        if (file.type().orElse(context.parameters().type()) != RequestType.ADVANCE) {
            return;
        }
        Map<String, String> pointers = pointers(file.requests(), context.terms());
        Set<String> funded = Set.copyOf(rows.funded(context.software().ansNumber(), pointers.keySet()));
        pointers.forEach((beneficiary, pointer) -> {
            if (funded.contains(beneficiary)) {
                findings.error(
                        pointer,
                        taken(beneficiary.substring(beneficiary.indexOf(' ') + 1)),
                        "Un bénéficiaire qui n'a pas encore d'avance pour ce logiciel.");
            }
        });
    }

    /** Where each beneficiary is, by kind and number. */
    static Map<String, String> pointers(List<DeclaredRequest> requests, CouloirTerms terms) {
        Map<String, String> pointers = new LinkedHashMap<>();
        for (DeclaredRequest request : requests) {
            for (DeclaredBeneficiary beneficiary : request.beneficiaries()) {
                for (IdentifierKind kind : terms.identifiers()) {
                    beneficiary
                            .number(kind)
                            .ifPresent(number -> pointers.putIfAbsent(
                                    kind.name() + " " + number, beneficiary.pointer() + "/" + kind.property()));
                }
            }
        }
        return pointers;
    }

    /** @param number the beneficiary's */
    static String taken(String number) {
        return French.say("Le bénéficiaire « %s » a déjà une avance pour ce logiciel.", French.quote(number));
    }
}
