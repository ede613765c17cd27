package org.navette.requests;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.mail.Letter;
import org.navette.mail.Outbox;
import org.navette.requests.LetterFacts.Addressee;
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
        Optional<LetterFacts> espace = facts.stream()
                .filter(candidate -> candidate.espace().equals(request.scope().espace()))
                .findFirst();
        espace.flatMap(known -> known.addressee(request))
                .or(() -> author(request))
                .ifPresent(addressee -> outbox.queue(new Letter(
                        request.number() + "/" + occurrence,
                        template,
                        addressee.email(),
                        model(request, addressee, espace),
                        request.number(),
                        espace.map(LetterFacts::fleeting).orElse(false))));
    }

    private Optional<Addressee> author(Request request) {
        return accounts.find(request.authorId())
                // who has left the structure is told nothing more
                .filter(Account::active)
                .map(author -> new Addressee(author.email(), author.firstName(), author.lastName()));
    }

    private static Map<String, Object> model(Request request, Addressee addressee, Optional<LetterFacts> espace) {
        Map<String, Object> model = new HashMap<>(Map.of(
                "number", request.number(),
                "offer", request.subject(),
                "firstName", addressee.firstName(),
                "lastName", addressee.lastName()));
        espace.ifPresent(known -> model.putAll(known.of(request)));
        return model;
    }
}
