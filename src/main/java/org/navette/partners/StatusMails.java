package org.navette.partners;

import java.util.Date;
import java.util.Map;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.mail.Letter;
import org.navette.mail.Outbox;
import org.navette.requests.Request;
import org.navette.requests.StatusChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Follows a request's statuses: opens the exchange at the answer, and writes to the author where the model says so. */
@Component
class StatusMails {

    private final PartnerRequestRows rows;
    private final Accounts accounts;
    private final Outbox outbox;

    StatusMails(PartnerRequestRows rows, Accounts accounts, Outbox outbox) {
        this.rows = rows;
        this.accounts = accounts;
        this.outbox = outbox;
    }

    @EventListener(condition = "#changed.request().scope().espace() == 'partners'")
    void follow(StatusChanged changed) {
        if (changed.variables().get("exchangeEndsAt") instanceof Date end) {
            rows.findById(changed.request().id()).ifPresent(own -> own.openExchange(end.toInstant()));
        }
        if (changed.milestone().mail() != null) {
            write(changed.request(), changed.milestone().mail(), changed.seq());
        }
    }

    private void write(Request request, String template, int occurrence) {
        accounts.find(request.authorId())
                // who has left the structure is told nothing more
                .filter(Account::active)
                .ifPresent(author -> outbox.queue(new Letter(
                        request.number() + "/" + occurrence,
                        template,
                        author.email(),
                        Map.of(
                                "number", request.number(),
                                "offer", request.subject(),
                                "firstName", author.firstName(),
                                "lastName", author.lastName()),
                        request.number())));
    }
}
