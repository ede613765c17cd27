package org.navette.funding;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.navette.funding.DeclaredFile.DeclaredRequest;
import org.navette.funding.FundingRows.Used;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** An editor number is given once for a software and a type of request (FUND-09). */
@Component
@Order(1)
class EditorNumberRule implements SupplierRule {

    private final FundingRows rows;

    EditorNumberRule(FundingRows rows) {
        this.rows = rows;
    }

    @Override
    public void check(DeclaredFile file, FileRule.Context context, Supplier supplier, Findings findings) {
        RequestType type = file.type().orElse(context.parameters().type());
        List<String> numbers = file.requests().stream()
                .map(DeclaredRequest::editorNumber)
                .flatMap(Optional::stream)
                .toList();
        Map<String, String> used = rows.used(supplier, context.software().ansNumber(), type, numbers).stream()
                .collect(Collectors.toMap(Used::editorNumber, Used::number, (one, two) -> one));
        for (DeclaredRequest request : file.requests()) {
            request.editorNumber()
                    .map(number -> used.get(number.toLowerCase(Locale.ROOT)))
                    .ifPresent(number -> findings.error(
                            request.pointer("numeroEditeur"), taken(number), "Un numéro qui n'a pas encore servi."));
        }
    }

    /** @param number of the request that has it */
    static String taken(String number) {
        return French.say("Ce numéro éditeur est déjà celui de la demande %s.", number);
    }
}
