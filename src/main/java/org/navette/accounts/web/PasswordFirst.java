package org.navette.accounts.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.navette.accounts.Account;
import org.navette.accounts.CurrentAccount;
import org.navette.accounts.EspaceLogin;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads who has signed in with a provisional password to the page where they choose their own, and nowhere else. */
final class PasswordFirst extends OncePerRequestFilter {

    private final String page;
    private final Set<String> open;

    PasswordFirst(EspaceLogin login) {
        page = login.prefix() + OwnPasswordPage.PATH;
        open = Stream.concat(
                        Stream.of(OwnPasswordPage.PATH, KeepAlive.PATH, "/deconnexion", Refusals.PATH),
                        login.publicPaths().stream())
                .map(path -> login.prefix() + path)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean provisional =
                CurrentAccount.of(request).filter(Account::provisional).isPresent();
        if (provisional && !open.contains(request.getRequestURI())) {
            response.sendRedirect(page);
        } else {
            chain.doFilter(request, response);
        }
    }
}
