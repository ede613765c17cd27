package org.navette.accounts.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.accounts.CurrentAccount;
import org.navette.accounts.SignedIn;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks at each request whether the session still counts: nothing is done in the name of an account closed, or given a
 * new password, a moment ago, nor longer than a working day after signing in (OWASP ASVS 5.0, 7.3.2).
 */
final class StillOpen extends OncePerRequestFilter {

    private final Accounts accounts;
    private final EspaceSession session;
    private final Duration longest;
    private final Clock clock;

    /** @param longest how long a session lasts that is never idle */
    StillOpen(Accounts accounts, EspaceSession session, Duration longest, Clock clock) {
        this.accounts = accounts;
        this.session = session;
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null) {
            // asked while the session is at hand: Spring Session would read it again after storing it
            request.isRequestedSessionIdValid();
            boolean over = EspaceSession.isOlder(authentication, clock.instant().minus(longest));
            Optional<Account> account = !over && authentication.getPrincipal() instanceof SignedIn person
                    ? accounts.open(person)
                    : Optional.empty();
            account.ifPresentOrElse(open -> CurrentAccount.keep(request, open), () -> session.forget(request));
        }
        chain.doFilter(request, response);
    }
}
