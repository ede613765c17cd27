package org.navette.providers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.accounts.LoginTaken;
import org.navette.accounts.Persons;
import org.navette.accounts.ProvisionalPasswords;
import org.navette.directory.InvalidEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secondary accounts of an establishment's profile, which its principal account manages (PROV-07). Whatever is asked
 * about an account of another establishment or profile is answered as if there were none.
 */
@Component
@Transactional
public class SecondaryAccounts {

    /** How many one principal account may have. */
    public static final int MOST = 50;

    private static final String LOGIN = "[a-z0-9][a-z0-9._-]{2,29}";

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final ProviderAccounts providerAccounts;
    private final ProvisionalPasswords passwords;

    SecondaryAccounts(
            JdbcClient jdbc, Accounts accounts, ProviderAccounts providerAccounts, ProvisionalPasswords passwords) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.providerAccounts = providerAccounts;
        this.passwords = passwords;
    }

    /**
     * What is typed of an account.
     *
     * @param login three to thirty letters without accents, digits, dots, hyphens
     */
    public record Typed(String login, String lastName, String firstName, String email) {

        public Typed {
            login = login.strip().toLowerCase(Locale.ROOT);
            lastName = Persons.clean(lastName);
            firstName = Persons.clean(firstName);
            email = email.strip();
        }

        /** What is wrong, by field: MISSING or INVALID. */
        Map<String, String> problems() {
            Map<String, String> problems = new LinkedHashMap<>();
            check(problems, "login", login, login.matches(LOGIN));
            check(problems, "lastName", lastName, Persons.isName(lastName));
            check(problems, "firstName", firstName, Persons.isName(firstName));
            check(problems, "email", email, Persons.isEmail(email));
            return problems;
        }

        private static void check(Map<String, String> problems, String field, String text, boolean good) {
            if (!good) {
                problems.put(field, text.isEmpty() ? "MISSING" : "INVALID");
            }
        }
    }

    /** A secondary account as its principal sees it. */
    public record Secondary(UUID id, String login, Account account) {}

    /** The accounts of the profile, by login. */
    @Transactional(readOnly = true)
    public List<Secondary> of(PrincipalAccount principal) {
        Map<UUID, String> logins = new LinkedHashMap<>();
        jdbc.sql("select account_id, login from provider_account where establishment_id = ? and profile = ?"
                        + " and login is not null order by lower(login)")
                .params(principal.establishment(), principal.own().profile().name())
                .query(row -> {
                    logins.put(row.getObject("account_id", UUID.class), row.getString("login"));
                });
        Map<UUID, Account> known = new LinkedHashMap<>();
        accounts.findAll(logins.keySet()).forEach(account -> known.put(account.id(), account));
        return logins.entrySet().stream()
                .map(one -> new Secondary(one.getKey(), one.getValue(), known.get(one.getKey())))
                .toList();
    }

    /** @throws java.util.NoSuchElementException when the principal has no such account */
    @Transactional(readOnly = true)
    public Secondary get(PrincipalAccount principal, UUID id) {
        String login = jdbc.sql("select login from provider_account where account_id = ? and establishment_id = ?"
                        + " and profile = ? and login is not null")
                .params(id, principal.establishment(), principal.own().profile().name())
                .query(String.class)
                .optional()
                .orElseThrow();
        return new Secondary(id, login, accounts.find(id).orElseThrow());
    }

    /**
     * Makes an account and mails its first password.
     *
     * @throws InvalidEntry when something is wrong, the login is taken, or there are {@value #MOST} already
     */
    public void create(PrincipalAccount principal, Typed typed) {
        Map<String, String> problems = typed.problems();
        hold(principal);
        if (problems.isEmpty() && of(principal).size() >= MOST) {
            problems.put("login", "TOO_MANY");
        }
        if (!problems.isEmpty()) {
            throw new InvalidEntry(problems);
        }
        ProviderAccount own = principal.own();
        String inpe = own.establishment().inpe();
        if (accounts.find(Providers.ESPACE, ProviderAccount.composed(inpe, own.profile(), typed.login()))
                .isPresent()) {
            throw new InvalidEntry(Map.of("login", "TAKEN"));
        }
        try {
            Account made = passwords.open(
                    Providers.ESPACE,
                    ProviderAccount.composed(inpe, own.profile(), typed.login()),
                    typed.email(),
                    typed.firstName(),
                    typed.lastName(),
                    ProviderAccount.label(inpe, own.profile(), typed.login()));
            providerAccounts.insert(made.id(), principal.establishment(), own.profile(), typed.login());
        } catch (LoginTaken e) {
            throw new InvalidEntry(Map.of("login", "TAKEN"));
        }
    }

    /** Two additions at once must not make more than are allowed. */
    private void hold(PrincipalAccount principal) {
        jdbc.sql("select account_id from provider_account where account_id = ? for update")
                .param(principal.own().account())
                .query(UUID.class)
                .single();
    }

    /** Mails an account a new password. */
    public void reset(PrincipalAccount principal, UUID id) {
        Secondary it = get(principal, id);
        passwords.renew(
                id,
                ProviderAccount.label(
                        principal.own().establishment().inpe(), principal.own().profile(), it.login()));
    }

    /**
     * Gives an account another password, which its person must replace at the next sign-in.
     *
     * @throws org.navette.accounts.RefusedPassword when it breaks the policy
     */
    public void change(PrincipalAccount principal, UUID id, String password) {
        passwords.give(get(principal, id).id(), password);
    }

    /** Closes an account until it is opened again; its sessions end. */
    public void suspend(PrincipalAccount principal, UUID id) {
        accounts.deactivate(get(principal, id).id());
    }

    /** Opens a suspended account again. */
    public void resume(PrincipalAccount principal, UUID id) {
        accounts.reactivate(get(principal, id).id());
    }

    /** Removes an account for good; its sessions end, its login is free. */
    public void delete(PrincipalAccount principal, UUID id) {
        accounts.delete(get(principal, id).id());
    }
}
