package org.navette.providers;

import java.util.LinkedHashMap;
import java.util.Map;
import org.navette.engine.Statuses;
import org.navette.providers.process.PriorAgreementProcess;
import org.navette.providers.process.ReimbursementProcess;
import org.springframework.stereotype.Component;

/** The situations of files that establishments follow, as the latest diagrams name them. */
@Component
class CareSituations {

    private final Statuses statuses;

    CareSituations(Statuses statuses) {
        this.statuses = statuses;
    }

    /** Those of prior agreements, in the order of the diagram: words by code. */
    Map<String, String> ofPriorAgreements() {
        return of(PriorAgreementProcess.ID);
    }

    /** Those of reimbursement files. */
    Map<String, String> ofReimbursements() {
        return of(ReimbursementProcess.ID);
    }

    private Map<String, String> of(String process) {
        Map<String, String> all = new LinkedHashMap<>();
        statuses.of(process).forEach(status -> all.putIfAbsent(status.code(), status.label()));
        return all;
    }
}
