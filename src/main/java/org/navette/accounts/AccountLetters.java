package org.navette.accounts;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.navette.mail.Letter;
import org.navette.mail.MailSecrets;
import org.navette.mail.Outbox;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The mails that carry a one-time link. The link is made when the mail is sent: no row ever holds it readable. */
@Component
class AccountLetters implements MailSecrets {

    private final Outbox outbox;
    private final OneTimeLinks links;
    private final EspaceLogins espaces;
    private final String url;

    /** @param url how browsers reach the application, without a slash at the end */
    AccountLetters(
            Outbox outbox,
            OneTimeLinks links,
            EspaceLogins espaces,
            @Value("${navette.url:http://localhost:8080}") String url) {
        this.outbox = outbox;
        this.links = links;
        this.espaces = espaces;
        this.url = url;
    }

    void queue(Account account, Purpose purpose) {
        var espace = espaces.of(account.espace());
        Map<String, Object> model = Map.of(
                "account",
                account.id().toString(),
                "name",
                account.displayName(),
                "login",
                account.login(),
                "prefix",
                espace.prefix(),
                "espace",
                espace.title());
        // every request for a link is a mail of its own
        String key = "account:" + account.id() + ":" + purpose.name().toLowerCase() + ":" + UUID.randomUUID();
        outbox.queue(new Letter(key, purpose.template(), account.email(), model, null));
    }

    @Override
    public boolean supports(String template) {
        return Arrays.stream(Purpose.values()).anyMatch(purpose -> purpose.template().equals(template));
    }

    @Override
    public Map<String, Object> reveal(String template, Map<String, Object> model) {
        var purpose = Arrays.stream(Purpose.values())
                .filter(candidate -> candidate.template().equals(template))
                .findAny()
                .orElseThrow();
        String token = links.issue(UUID.fromString((String) model.get("account")), purpose);
        return Map.of("link", url + model.get("prefix") + "/mot-de-passe/" + token);
    }
}
