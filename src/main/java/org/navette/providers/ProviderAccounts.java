package org.navette.providers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.accounts.ProvisionalPasswords;
import org.navette.directory.CareEstablishment;
import org.navette.directory.CareEstablishments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of establishments: which of them somebody signs in with, and the two principal ones (PROV-03). */
@Component
@Transactional(readOnly = true)
public class ProviderAccounts {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final ProvisionalPasswords passwords;
    private final CareEstablishments establishments;

    ProviderAccounts(
            JdbcClient jdbc, Accounts accounts, ProvisionalPasswords passwords, CareEstablishments establishments) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.passwords = passwords;
        this.establishments = establishments;
    }

    /** Whose account it is; nothing when it is none of an establishment. */
    public Optional<ProviderAccount> ofAccount(UUID account) {
        return jdbc.sql("select * from provider_account where account_id = ?")
                .param(account)
                .query(this::account)
                .optional();
    }

    /**
     * The login that accounts know, of what people type at the door; nobody is asked whether it exists.
     *
     * @param login of a secondary account; empty for the principal one
     */
    public static String composed(String inpe, Profile profile, String login) {
        return ProviderAccount.composed(inpe, profile, login.isEmpty() ? null : login);
    }

    /** The principal account of a profile. */
    Optional<ProviderAccount> principal(String inpe, Profile profile) {
        return accounts.find(Providers.ESPACE, ProviderAccount.composed(inpe, profile, null))
                .flatMap(account -> ofAccount(account.id()));
    }

    /**
     * Opens the two principal accounts of an establishment, or gives those that it has the address of the director; new
     * passwords are mailed to it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void openPrincipal(CareEstablishment establishment, Director director) {
        for (Profile profile : Profile.values()) {
            String login = ProviderAccount.composed(establishment.inpe(), profile, null);
            String label = ProviderAccount.label(establishment.inpe(), profile, null);
            Optional<Account> known = accounts.find(Providers.ESPACE, login);
            if (known.isPresent()) {
                UUID id = known.get().id();
                accounts.edit(id, login, director.email(), director.firstName(), director.lastName());
                accounts.reactivate(id);
                passwords.renew(id, label);
            } else {
                Account made = passwords.open(
                        Providers.ESPACE, login, director.email(), director.firstName(), director.lastName(), label);
                insert(made.id(), establishment.id(), profile, null);
            }
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void insert(UUID account, UUID establishment, Profile profile, @Nullable String login) {
        jdbc.sql("insert into provider_account (account_id, establishment_id, profile, login) values (?, ?, ?, ?)")
                .params(account, establishment, profile.name(), login)
                .update();
    }

    private ProviderAccount account(ResultSet row, int index) throws SQLException {
        return new ProviderAccount(
                row.getObject("account_id", UUID.class),
                establishments
                        .find(row.getObject("establishment_id", UUID.class))
                        .orElseThrow(),
                Profile.valueOf(row.getString("profile")),
                row.getString("login"));
    }
}
