package org.navette.providers.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.navette.accounts.Account;
import org.navette.accounts.PlaceArguments;
import org.navette.providers.PaymentsAccount;
import org.navette.providers.Profile;
import org.navette.providers.Providers;
import org.springframework.stereotype.Component;

/** Gives controllers of the profile Paiements who is signed in; all others are refused. */
@Component
class PaymentsArguments extends PlaceArguments<PaymentsAccount> {

    private final AccountArguments accounts;

    PaymentsArguments(AccountArguments accounts) {
        super(Providers.ESPACE, PaymentsAccount.class);
        this.accounts = accounts;
    }

    @Override
    protected Optional<PaymentsAccount> place(Account account, HttpServletRequest request) {
        return accounts.of(request)
                .filter(own -> own.profile() == Profile.PAYMENTS)
                .map(PaymentsAccount::new);
    }
}
