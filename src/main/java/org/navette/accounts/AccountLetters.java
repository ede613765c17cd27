package org.navette.accounts;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.navette.mail.Letter;
import org.navette.mail.MailSecrets;
import org.navette.mail.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The mails about an account. A one-time link is made when its mail is sent: no row ever holds it readable. Links are
 * paths; the mail puts the public address before them.
 */
@Component
class AccountLetters implements MailSecrets {

    private static final String PASSWORD = "accounts/provisional-password";
    private static final String CHANGED = "accounts/password-changed";
    private static final String LOGIN = "accounts/login-reminder";
    private static final String KNOWN = "accounts/known";
    private static final String ADDRESS_IN_USE = "accounts/address-in-use";
    private static final String CHANGE_ASKED = "accounts/email-change-asked";
    private static final String EMAIL_CHANGED = "accounts/email-changed";

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final OneTimeLinks links;
    private final EspaceLogins espaces;
    private final IssuedPasswords passwords;

    AccountLetters(
            JdbcClient jdbc, Outbox outbox, OneTimeLinks links, EspaceLogins espaces, IssuedPasswords passwords) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.links = links;
        this.espaces = espaces;
        this.passwords = passwords;
    }

    /** Mails a link; each time it is asked for is a mail of its own. */
    void queueLink(Account account, Purpose purpose) {
        var model = model(account);
        model.put("to", account.email());
        queue(account, purpose.template(), model);
    }

    /**
     * Mails a password; each time it is asked for is a mail of its own.
     *
     * @param label what the mail and its subject call the account: one person may get several at once
     */
    void queuePassword(Account account, String label) {
        var model = model(account);
        model.put("to", account.email());
        model.put("label", label);
        model.put("title", espaces.of(account.espace()).title());
        model.put("link", path(account, "/connexion"));
        outbox.queue(new Letter(key(account, PASSWORD), PASSWORD, account.email(), model, label));
    }

    /** Tells the person that their password is a new one, in case it was somebody else. */
    void queueChanged(Account account) {
        queue(account, CHANGED, withForgotten(account));
    }

    /** Tells somebody who opens an account, or in whose name one is opened, that they have one. */
    void queueKnown(Account account) {
        var model = model(account);
        model.put("closed", !account.active());
        model.put("link", path(account, "/connexion"));
        model.put("forgotten", path(account, "/mot-de-passe-oublie"));
        queue(account, KNOWN, model);
    }

    /** Reminds a person of what they sign in with. */
    void queueLogin(Account account) {
        var model = model(account);
        model.put("login", account.login());
        model.put("title", espaces.of(account.espace()).title());
        model.put("link", path(account, "/connexion"));
        queue(account, LOGIN, model);
    }

    /** Mails the link of a change of address to the new address. */
    void queueChangeLink(Account account, EmailChange change) {
        var model = model(account);
        model.put("change", change.id().toString());
        queue(account, Purpose.EMAIL_CHANGE.template(), model, change.email());
    }

    /** Tells an account's owner that another account was to get their address. */
    void queueAddressInUse(Account owner) {
        var model = model(owner);
        model.put("link", path(owner, "/connexion"));
        queue(owner, ADDRESS_IN_USE, model);
    }

    /** Tells the present address that another was asked for. */
    void queueChangeAsked(Account account, String email) {
        var model = withForgotten(account);
        model.put("email", email);
        queue(account, CHANGE_ASKED, model);
    }

    /** Tells the address that was the account's until now. */
    void queueEmailChanged(Account before, String email) {
        var model = model(before);
        model.put("email", email);
        queue(before, EMAIL_CHANGED, model);
    }

    @Override
    public boolean supports(String template) {
        return template.equals(PASSWORD)
                || Arrays.stream(Purpose.values())
                        .anyMatch(purpose -> purpose.template().equals(template));
    }

    @Override
    public Map<String, Object> reveal(String template, Map<String, Object> model) {
        if (template.equals(PASSWORD)) {
            var id = UUID.fromString((String) model.get("account"));
            return Map.of("password", passwords.issue(id, (String) model.get("espace"), (String) model.get("to")));
        }
        var purpose = Arrays.stream(Purpose.values())
                .filter(candidate -> candidate.template().equals(template))
                .findAny()
                .orElseThrow();
        var account = UUID.fromString((String) model.get("account"));
        String token = links.issue(account, purpose, () -> isWanted(account, purpose, model));
        return Map.of("link", espaces.of((String) model.get("espace")).prefix() + purpose.path() + token);
    }

    /** A mail may wait for hours: the account may have another address by then, or what its link was for be replaced. */
    private boolean isWanted(UUID account, Purpose purpose, Map<String, Object> model) {
        if (purpose == Purpose.EMAIL_CHANGE) {
            var change = UUID.fromString((String) model.get("change"));
            return exists(
                    "select exists (select 1 from email_change where account_id = ? and id = ?)", account, change);
        }
        // nothing to compare in a mail left by an older version
        return !model.containsKey("to")
                || exists(
                        "select exists (select 1 from account where id = ? and email = ? and (activated_at is null or ?))",
                        account,
                        model.get("to"),
                        purpose != Purpose.CONFIRMATION);
    }

    private boolean exists(String query, Object... params) {
        return jdbc.sql(query).params(params).query(Boolean.class).single();
    }

    private void queue(Account account, String template, Map<String, Object> model) {
        queue(account, template, model, account.email());
    }

    private void queue(Account account, String template, Map<String, Object> model, String to) {
        outbox.queue(new Letter(key(account, template), template, to, model, null));
    }

    private static String key(Account account, String template) {
        return template + ":" + account.id() + ":" + UUID.randomUUID();
    }

    private String path(Account account, String page) {
        return espaces.of(account.espace()).prefix() + page;
    }

    private Map<String, Object> withForgotten(Account account) {
        var model = model(account);
        model.put("link", path(account, "/mot-de-passe-oublie"));
        return model;
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
