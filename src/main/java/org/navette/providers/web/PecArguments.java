package org.navette.providers.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.navette.accounts.Account;
import org.navette.accounts.PlaceArguments;
import org.navette.providers.PecAccount;
import org.navette.providers.Profile;
import org.navette.providers.Providers;
import org.springframework.stereotype.Component;

/** Gives controllers of the profile Prises en charge who is signed in; all others are refused. */
@Component
class PecArguments extends PlaceArguments<PecAccount> {

    private final AccountArguments accounts;

    PecArguments(AccountArguments accounts) {
        super(Providers.ESPACE, PecAccount.class);
        this.accounts = accounts;
    }

    @Override
    protected Optional<PecAccount> place(Account account, HttpServletRequest request) {
        return accounts.of(request).filter(own -> own.profile() == Profile.PEC).map(PecAccount::new);
    }
}
