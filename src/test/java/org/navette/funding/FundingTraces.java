package org.navette.funding;

import org.navette.RequestTraces;
import org.springframework.stereotype.Component;

/** What a request of the espace has left everywhere. */
@Component
public class FundingTraces extends RequestTraces {

    private final EnrolmentRows rows;

    FundingTraces(EnrolmentRows rows) {
        this.rows = rows;
    }

    /** The own part of an enrolment as it stands. */
    public Enrolment own(String number) {
        return rows.get(id(number));
    }
}
