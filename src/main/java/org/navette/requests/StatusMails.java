package org.navette.requests;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.mail.Letter;
import org.navette.mail.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Writes to a request's author where the model says so: a milestone that names a mail. */
@Component
class StatusMails {

    private final Accounts accounts;
    private final Outbox outbox;
    private final List<LetterFacts> facts;

    StatusMails(Accounts accounts, Outbox outbox, List<LetterFacts> facts) {
        this.accounts = accounts;
        this.outbox = outbox;
        this.facts = facts;
    }

    /** Last, so that what the espace itself makes of the status is in the mail. */
    @EventListener
    @Order
    void follow(StatusChanged changed) {
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
                        model(request, author),
                        request.number())));
    }

    private Map<String, Object> model(Request request, Account author) {
        Map<String, Object> model = new HashMap<>(Map.of(
                "number", request.number(),
                "offer", request.subject(),
                "firstName", author.firstName(),
                "lastName", author.lastName()));
        facts.stream()
                .filter(candidate -> candidate.espace().equals(request.scope().espace()))
                .forEach(candidate -> model.putAll(candidate.of(request)));
        return model;
    }
}
