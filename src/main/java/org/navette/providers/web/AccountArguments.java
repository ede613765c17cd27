package org.navette.providers.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.navette.accounts.Account;
import org.navette.accounts.PlaceArguments;
import org.navette.providers.ProviderAccount;
import org.navette.providers.ProviderAccounts;
import org.navette.providers.Providers;
import org.springframework.stereotype.Component;

/** Gives controllers the {@link ProviderAccount} of who is signed in, whatever its profile. */
@Component("providerAccountArguments")
class AccountArguments extends PlaceArguments<ProviderAccount> {

    private final ProviderAccounts accounts;

    AccountArguments(ProviderAccounts accounts) {
        super(Providers.ESPACE, ProviderAccount.class);
        this.accounts = accounts;
    }

    @Override
    protected Optional<ProviderAccount> place(Account account, HttpServletRequest request) {
        return accounts.ofAccount(account.id());
    }
}
