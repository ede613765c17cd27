package org.navette.accounts;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.navette.mail.Letter;
import org.navette.mail.MailSecrets;
import org.navette.mail.Outbox;
import org.springframework.stereotype.Component;

/**
 * The mails about an account. A one-time link is made when its mail is sent: no row ever holds it readable. Links are
 * paths; the mail puts the public address before them.
 */
@Component
class AccountLetters implements MailSecrets {

    private static final String CHANGED = "accounts/password-changed";

    private final Outbox outbox;
    private final OneTimeLinks links;
    private final EspaceLogins espaces;

    AccountLetters(Outbox outbox, OneTimeLinks links, EspaceLogins espaces) {
        this.outbox = outbox;
        this.links = links;
        this.espaces = espaces;
    }

    /** Mails a link; each time it is asked for is a mail of its own. */
    void queueLink(Account account, Purpose purpose) {
        queue(account, purpose.template(), model(account));
    }

    /** Tells the person that their password is a new one, in case it was somebody else. */
    void queueChanged(Account account) {
        var model = model(account);
        model.put("link", espaces.of(account.espace()).prefix() + "/mot-de-passe-oublie");
        queue(account, CHANGED, model);
    }

    @Override
    public boolean supports(String template) {
        return Arrays.stream(Purpose.values())
                .anyMatch(purpose -> purpose.template().equals(template));
    }

    @Override
    public Map<String, Object> reveal(String template, Map<String, Object> model) {
        var purpose = Arrays.stream(Purpose.values())
                .filter(candidate -> candidate.template().equals(template))
                .findAny()
                .orElseThrow();
        String token = links.issue(UUID.fromString((String) model.get("account")), purpose);
        String prefix = espaces.of((String) model.get("espace")).prefix();
        return Map.of("link", prefix + "/mot-de-passe/" + token);
    }

    private void queue(Account account, String template, Map<String, Object> model) {
        String key = template + ":" + account.id() + ":" + UUID.randomUUID();
        outbox.queue(new Letter(key, template, account.email(), model, null));
    }

    private static Map<String, Object> model(Account account) {
        Map<String, Object> model = new HashMap<>();
        model.put("account", account.id().toString());
        model.put("espace", account.espace());
        model.put("firstName", account.firstName());
        model.put("lastName", account.lastName());
        return model;
    }
}
