package org.navette.accounts.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.navette.accounts.Accounts;
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
        if (authentication != null
                && !(authentication.getPrincipal() instanceof SignedIn person && accounts.holds(person))) {
            session.forget(request);
        }
        chain.doFilter(request, response);
    }
}
