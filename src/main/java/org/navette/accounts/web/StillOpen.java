package org.navette.accounts.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.accounts.CurrentAccount;
import org.navette.accounts.SignedIn;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks at each request whether the session still counts: nothing is done in the name of an account closed, or given a
 * new password, a moment ago.
 */
final class StillOpen extends OncePerRequestFilter {

    private final Accounts accounts;
    private final EspaceSession session;

    StillOpen(Accounts accounts, EspaceSession session) {
        this.accounts = accounts;
        this.session = session;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null) {
            // asked while the session is at hand: Spring Session would read it again after storing it
            request.isRequestedSessionIdValid();
            Optional<Account> account =
                    authentication.getPrincipal() instanceof SignedIn person ? accounts.open(person) : Optional.empty();
            account.ifPresentOrElse(open -> CurrentAccount.keep(request, open), () -> session.forget(request));
        }
        chain.doFilter(request, response);
    }
}
