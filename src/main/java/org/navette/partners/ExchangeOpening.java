package org.navette.partners;

import java.util.Date;
import org.navette.requests.StatusChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Opens the exchange at the answer: the model has fixed its end, the request keeps it. */
@Component
class ExchangeOpening {

    private final PartnerRequestRows rows;

    ExchangeOpening(PartnerRequestRows rows) {
        this.rows = rows;
    }

    @EventListener(condition = "#changed.request().scope().espace() == 'partners'")
    void follow(StatusChanged changed) {
        if (changed.variables().get("exchangeEndsAt") instanceof Date end) {
            rows.findById(changed.request().id()).ifPresent(own -> own.openExchange(end.toInstant()));
        }
    }
}
