package org.navette.providers.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.navette.accounts.Account;
import org.navette.accounts.PlaceArguments;
import org.navette.providers.PrincipalAccount;
import org.navette.providers.Providers;
import org.springframework.stereotype.Component;

/** Gives controllers that manage secondary accounts the principal one; all others are refused. */
@Component
class PrincipalArguments extends PlaceArguments<PrincipalAccount> {

    private final AccountArguments accounts;

    PrincipalArguments(AccountArguments accounts) {
        super(Providers.ESPACE, PrincipalAccount.class);
        this.accounts = accounts;
    }

    @Override
    protected Optional<PrincipalAccount> place(Account account, HttpServletRequest request) {
        return accounts.of(request).filter(own -> own.isPrincipal()).map(PrincipalAccount::new);
    }
}
