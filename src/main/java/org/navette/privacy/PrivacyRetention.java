package org.navette.privacy;

import java.util.List;
import org.navette.retention.Retained;
import org.springframework.stereotype.Component;

/** What is common to all espaces and kept for a time only: what persons asked the data officer for. */
@Component
class PrivacyRetention implements Retained {

    private final DemandRows rows;

    PrivacyRetention(DemandRows rows) {
        this.rows = rows;
    }

    @Override
    public String process() {
        return "common-retention";
    }

    @Override
    public String espace() {
        return COMMON;
    }

    @Override
    public List<Retained.Kind> kinds() {
        return List.of(
                Retained.Kind.unsuccessful(Demand.Kind.EXPORT.process(), "Demandes d’export"),
                Retained.Kind.unsuccessful(Demand.Kind.ERASURE.process(), "Demandes d’effacement"));
    }

    @Override
    public void forget(Retained.Kind kind, List<Long> requests) {
        rows.forget(requests);
    }
}
