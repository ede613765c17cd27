package org.navette.funding;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.navette.funding.DeclaredFile.DeclaredRequest;
import org.navette.portal.Euros;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who declares more than the ceiling is told that the ceiling will be retained (FUND-10). */
@Component
@Order(4)
class CeilingRule implements SupplierRule {

    private final Ceilings ceilings;

    CeilingRule(Ceilings ceilings) {
        this.ceilings = ceilings;
    }

    @Override
    public void check(DeclaredFile file, FileRule.Context context, Supplier supplier, Findings findings) {
        RequestType type = file.type().orElse(context.parameters().type());
        Map<Integer, BigDecimal> known = new HashMap<>();
        for (DeclaredRequest request : file.requests()) {
            int beneficiaries = request.beneficiaries().size();
            if (beneficiaries == 0) {
                continue;
            }
            BigDecimal ceiling = known.computeIfAbsent(beneficiaries, count -> ceilings.of(context.software(), count));
            request.amount(type)
                    .filter(amount -> amount.compareTo(ceiling) > 0)
                    .ifPresent(amount -> findings.warning(
                            request.pointer(type.amountProperty()),
                            French.say(
                                    "Le montant déclaré dépasse le plafond : %s HT seront retenus.", Euros.of(ceiling)),
                            French.say("%s HT au plus.", Euros.of(ceiling))));
        }
    }
}
